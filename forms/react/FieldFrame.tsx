/** Label, control, help and error of one field; groups and table cells draw their own. */
import type { FieldTemplateProps } from '@rjsf/utils';
import { canonical } from '../keywords.ts';
import { useFieldError, useFormScreen } from './form-context.ts';
import { type Control, controlOf, pathPointer } from './form-plan.ts';

export function FieldFrame({ children, uiSchema, fieldPathId, id, formData }: FieldTemplateProps) {
  const control = controlOf(uiSchema);
  if (control.type === 'group') return children;
  if (control.type === 'table' || control.type === 'list' || control.type === 'note') {
    return (
      <div className="mc-field mc-full" data-field={id}>
        {children}
      </div>
    );
  }
  return (
    <LabelledField control={control} id={id} pointer={pathPointer(fieldPathId.path)} value={formData}>
      {children}
    </LabelledField>
  );
}

interface LabelledFieldProps {
  control: Control;
  id: string;
  pointer: string;
  value: unknown;
  children: React.ReactNode;
}

function LabelledField({ control, id, pointer, value, children }: LabelledFieldProps) {
  const origin = useOrigin(pointer, value);
  const error = useFieldError(pointer);
  const isTick = control.type === 'boolean' && control.ui['ui:widget'] !== 'radio';
  const isGrouped = isRadioGroup(control);
  const isFull =
    control.ui['ui:span'] === 'full' ||
    (control.ui['ui:span'] !== 'half' && WIDE.has(control.type)) ||
    isTick;
  const classes = [
    'mc-field',
    isFull ? 'mc-full' : '',
    error ? 'mc-wrong' : '',
    control.isCell ? 'mc-cell' : '',
  ];
  return (
    <div className={classes.filter(Boolean).join(' ')} data-field={id}>
      {control.isCell || isTick ? null : (
        <label className={labelClass(control)} htmlFor={isGrouped ? undefined : id} id={`${id}__label`}>
          {control.label}
        </label>
      )}
      {children}
      {control.description && !isTick ? <div className="mc-help">{control.description}</div> : null}
      {origin ? <div className="mc-help mc-origin">{origin}</div> : null}
      {control.help ? (
        <div className="mc-help" id={`${id}__help`}>
          {control.help}
        </div>
      ) : null}
      <div className="mc-error" id={`${id}__error`} role={error ? 'alert' : undefined}>
        {error}
      </div>
    </div>
  );
}

/** Where the value came from, while it is still the one that was filled in. */
function useOrigin(pointer: string, value: unknown): string | undefined {
  const { origins } = useFormScreen();
  const origin = origins && Object.hasOwn(origins, pointer) ? origins[pointer] : undefined;
  return origin && canonical(origin.value) === canonical(value) ? origin.text : undefined;
}

/** The star of a required field is drawn by the style: it is no part of the field's name. */
export const labelClass = ({ required }: Pick<Control, 'required'>): string =>
  required ? 'mc-label mc-required' : 'mc-label';

const WIDE: ReadonlySet<Control['type']> = new Set(['textarea', 'files', 'signature']);

/** Controls made of several inputs, which a `for` cannot name. */
export const isRadioGroup = (control: Control): boolean =>
  control.ui['ui:widget'] === 'radio' || control.ui['ui:widget'] === 'checkboxes' || control.type === 'files';
