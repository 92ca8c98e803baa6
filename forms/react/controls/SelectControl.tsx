/** One or several out of a list; the search takes "dat o" for "Đất ở". */
import { Select } from 'antd';
import { folded } from '../folded.ts';
import { useFormScreen } from '../form-context.ts';
import { type ControlProps, statusOf } from './control-props.ts';

export function SelectControl({
  id,
  control,
  value,
  onChange,
  onLeave,
  disabled,
  isWrong,
  aria,
}: ControlProps) {
  const { say } = useFormScreen();
  const options = control.options ?? [];
  const isMany = control.type === 'multiselect';
  // values may be numbers or flags; the list works with their places
  const placeOf = (wanted: unknown) => options.findIndex((option) => option.value === wanted);
  const valueAt = (place: number) => options[place]?.value;
  const chosen = isMany
    ? (Array.isArray(value) ? value : []).map(placeOf).filter((place) => place >= 0)
    : placeOf(value);
  return (
    <Select
      {...aria}
      id={id}
      className="mc-select"
      mode={isMany ? 'multiple' : undefined}
      value={(isMany ? chosen : chosen === -1 ? undefined : chosen) as never}
      options={options.map(({ label }, place) => ({ value: place, label }))}
      onChange={(next: unknown) => {
        if (isMany) {
          const values = (next as number[]).map(valueAt);
          onChange(values.length > 0 ? values : undefined);
        } else onChange(next === undefined ? undefined : valueAt(next as number));
      }}
      onBlur={onLeave}
      disabled={disabled}
      status={statusOf(isWrong)}
      allowClear={!control.required && !isMany}
      placeholder={control.placeholder ?? say('choose')}
      notFoundContent={say('notFound')}
      showSearch={
        options.length > SEARCHED_FROM
          ? { filterOption: (typed, option) => folded(String(option?.label ?? '')).includes(folded(typed)) }
          : isMany
      }
      virtual={options.length > 100}
      popupMatchSelectWidth={false}
    />
  );
}

const SEARCHED_FROM = 6;
