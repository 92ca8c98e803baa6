import { Form, Input } from 'antd';
import { useEffect, useState } from 'react';

interface CommittedTextProps {
  id: string;
  label: string;
  help?: string;
  value: string;
  elementId: string;
  multiline?: boolean;
  onCommit(value: string): void;
}

/** A text that becomes one undoable change when it is left, not one a key press. */
export function CommittedText({
  id,
  label,
  help,
  value,
  elementId,
  multiline,
  onCommit,
}: CommittedTextProps) {
  const [draft, setDraft] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another element shows its own value, even an equal one
  useEffect(() => setDraft(value), [value, elementId]);
  const commit = () => {
    if (draft !== value) onCommit(draft);
  };
  const shared = {
    id,
    value: draft,
    onBlur: commit,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
  };
  return (
    <Form.Item label={label} htmlFor={id} help={help}>
      {multiline ? (
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} {...shared} />
      ) : (
        <Input {...shared} onPressEnter={commit} />
      )}
    </Form.Item>
  );
}
