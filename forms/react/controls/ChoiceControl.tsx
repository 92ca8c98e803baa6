/** All choices in sight: one of them (radio), or several (checkboxes); a flag reads Có / Không. */
import { Checkbox, Radio } from 'antd';
import { useFormScreen } from '../form-context.ts';
import type { ControlProps } from './control-props.ts';

export function ChoiceControl({ id, control, value, onChange, onLeave, disabled, aria }: ControlProps) {
  const { say } = useFormScreen();
  const options =
    control.options ??
    (control.type === 'boolean'
      ? [
          { value: true, label: say('yes') },
          { value: false, label: say('no') },
        ]
      : []);
  const drawn = options.map(({ label }, place) => ({ value: place, label }));
  const group = { id, className: 'mc-choices', options: drawn, disabled, onBlur: onLeave };
  const { 'aria-invalid': _invalid, 'aria-required': _required, ...named } = aria;
  if (control.type === 'multiselect') {
    const chosen = Array.isArray(value) ? value : [];
    return (
      // biome-ignore lint/a11y/useSemanticElements: the label stands outside, a fieldset would need it inside
      <div role="group" {...named}>
        <Checkbox.Group
          {...group}
          value={options.flatMap((option, place) => (chosen.includes(option.value) ? [place] : []))}
          onChange={(places) =>
            onChange(places.length > 0 ? places.map((place) => options[place]?.value) : undefined)
          }
        />
      </div>
    );
  }
  const place = options.findIndex((option) => option.value === value);
  return (
    <div role="radiogroup" {...named} aria-required={aria['aria-required']}>
      <Radio.Group
        {...group}
        value={place < 0 ? undefined : place}
        onChange={(event) => {
          onChange(options[event.target.value as number]?.value);
          onLeave();
        }}
      />
    </div>
  );
}
