/** A box to tick: a statement, agreed to or not. */
import { Checkbox } from 'antd';
import type { ControlProps } from './control-props.ts';

export function TickControl({ id, control, value, onChange, onLeave, disabled, aria }: ControlProps) {
  const { 'aria-labelledby': _outer, ...named } = aria;
  return (
    <Checkbox
      {...named}
      id={id}
      checked={value === true}
      disabled={disabled}
      onChange={(event) => {
        onChange(event.target.checked ? true : undefined);
        onLeave();
      }}
    >
      {control.isCell ? null : (
        <span className={control.required ? 'mc-required' : undefined}>
          {control.description ?? control.label}
        </span>
      )}
    </Checkbox>
  );
}
