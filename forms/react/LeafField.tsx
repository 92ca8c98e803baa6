/** One value: the control for its type, with the names that assistive technology needs. */
import type { FieldProps } from '@rjsf/utils';
import { type ComponentType, useCallback } from 'react';
import { ChoiceControl } from './controls/ChoiceControl.tsx';
import type { ControlProps } from './controls/control-props.ts';
import { DateControl } from './controls/DateControl.tsx';
import { FilesControl } from './controls/FilesControl.tsx';
import { ListControl } from './controls/ListControl.tsx';
import { NumberControl } from './controls/NumberControl.tsx';
import { SelectControl } from './controls/SelectControl.tsx';
import { TextControl } from './controls/TextControl.tsx';
import { TickControl } from './controls/TickControl.tsx';
import { useFieldError, useFormScreen } from './form-context.ts';
import { type Control, controlOf, pathPointer } from './form-plan.ts';

export function LeafField(props: FieldProps) {
  const { fieldPathId, onChange, formData, uiSchema } = props;
  const control = controlOf(uiSchema);
  const { onLeave, say } = useFormScreen();
  const pointer = pathPointer(fieldPathId.path);
  const error = useFieldError(pointer);
  const change = useCallback((value: unknown) => onChange(value, fieldPathId.path), [onChange, fieldPathId]);
  const leave = useCallback(() => onLeave(pointer), [onLeave, pointer]);
  const id = fieldPathId.$id;
  const described = [control.help ? `${id}__help` : '', error ? `${id}__error` : '']
    .filter(Boolean)
    .join(' ');
  if (control.type === 'note') return <p className="mc-note">{control.description ?? control.label}</p>;
  if (control.type === 'signature') return <div className="mc-signature">{say('signHere')}</div>;
  const Drawn = controlFor(control);
  return (
    <Drawn
      id={id}
      pointer={pointer}
      control={control}
      value={formData}
      onChange={change}
      onLeave={leave}
      disabled={Boolean(props.disabled) || control.readonly}
      isWrong={error !== undefined}
      aria={{
        'aria-label': control.isCell ? control.label : undefined,
        'aria-labelledby': control.isCell ? undefined : `${id}__label`,
        'aria-required': control.required || undefined,
        'aria-invalid': error !== undefined || undefined,
        'aria-describedby': described || undefined,
      }}
    />
  );
}

function controlFor(control: Control): ComponentType<ControlProps> {
  const widget = control.ui['ui:widget'];
  if (control.list) return ListControl;
  if (widget === 'radio' || widget === 'checkboxes') return ChoiceControl;
  return CONTROLS[control.type] ?? TextControl;
}

const CONTROLS: Partial<Record<Control['type'], ComponentType<ControlProps>>> = {
  boolean: TickControl,
  number: NumberControl,
  integer: NumberControl,
  money: NumberControl,
  date: DateControl,
  select: SelectControl,
  multiselect: SelectControl,
  files: FilesControl,
};
