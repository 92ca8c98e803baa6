/** A value of a named list of the server, found by typing; where the list is open, another one may be typed. */
import { AutoComplete, Button, Select } from 'antd';
import { childPointer } from '../../pointer.ts';
import { folded } from '../folded.ts';
import { useDraftValue, useFormScreen } from '../form-context.ts';
import type { Control } from '../form-plan.ts';
import { useList } from '../use-list.ts';
import { type ControlProps, statusOf } from './control-props.ts';

export function ListControl(props: ControlProps) {
  const { id, control, pointer, value, onChange, onLeave, disabled, isWrong, aria } = props;
  const { say } = useFormScreen();
  const { name, within, isOpen } = control.list as NonNullable<Control['list']>;
  const above = useDraftValue(within === undefined ? undefined : siblingOf(pointer, within));
  const isAboveEmpty = within !== undefined && typeof above !== 'string';
  const { items, state, retry } = useList(name, {
    within: typeof above === 'string' ? above : undefined,
    isWanted: !isAboveEmpty,
  });
  const shared = {
    ...aria,
    id,
    className: 'mc-select',
    onBlur: onLeave,
    disabled,
    status: statusOf(isWrong),
    allowClear: !control.required,
    popupMatchSelectWidth: false,
  } as const;
  const filter = (typed: string, option?: { label?: unknown }) =>
    folded(String(option?.label ?? '')).includes(folded(typed));
  const stored = typeof value === 'string' ? value : undefined;
  const options = items.map((item) => ({ value: item.value, label: item.label }));
  const failure = state === 'failed' ? <ListFailed onRetry={retry} /> : null;
  if (isOpen) {
    return (
      <>
        <AutoComplete
          {...shared}
          value={stored ?? ''}
          options={options}
          onChange={(next?: string) => onChange(next === '' ? undefined : next)}
          placeholder={control.placeholder}
          showSearch={{ filterOption: filter }}
        />
        {failure}
      </>
    );
  }
  return (
    <>
      <Select
        {...shared}
        value={stored}
        options={options}
        onChange={(next?: string) => onChange(next)}
        loading={state === 'loading'}
        placeholder={control.placeholder ?? say(isAboveEmpty ? 'chooseAboveFirst' : 'choose')}
        notFoundContent={say(
          isAboveEmpty ? 'chooseAboveFirst' : state === 'loading' ? 'listLoading' : 'notFound',
        )}
        showSearch={{ filterOption: filter }}
      />
      {failure}
    </>
  );
}

function ListFailed({ onRetry }: { onRetry: () => void }) {
  const { say } = useFormScreen();
  return (
    <div className="mc-help" role="status">
      {say('listFailed')}{' '}
      <Button type="link" size="small" onClick={onRetry}>
        {say('listRetry')}
      </Button>
    </div>
  );
}

/** The pointer of another property of the same object. */
const siblingOf = (pointer: string, name: string): string =>
  childPointer(pointer.slice(0, pointer.lastIndexOf('/')), name);
