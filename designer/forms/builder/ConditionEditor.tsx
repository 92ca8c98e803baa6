import { Form, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCondition } from '../../conditions/condition-sentence.ts';
import { SentenceEditor } from '../../conditions/SentenceEditor.tsx';
import type { CanvasProps } from './canvas-props.ts';
import { FeelInput } from './FeelInput.tsx';
import { uiAt } from './form-nodes.ts';
import { fieldsSeenFrom } from './seen-fields.ts';

interface Props extends CanvasProps {
  pointer: string;
  entry: 'ui:visibleIf' | 'ui:requiredIf';
  onWrite: (feel: string | undefined) => void;
}

/** "Hiện khi ..." as rows of a sentence; what rows cannot say is edited as FEEL. */
export function ConditionEditor({ documents, form, pointer, entry, onWrite }: Props) {
  const { t } = useTranslation('forms');
  const stored = String(uiAt(documents, pointer)[entry] ?? '');
  const isSentence = readCondition(stored) !== undefined;
  const [wantsFeel, setWantsFeel] = useState(false);
  const isFeel = !isSentence || wantsFeel;
  const label = t(`conditions.${entry.slice(3)}`);
  const head = (
    <span className="form-condition-head">
      {label}
      <Segmented<'sentence' | 'feel'>
        size="small"
        value={isFeel ? 'feel' : 'sentence'}
        options={[
          { value: 'sentence', label: t('conditions.sentence'), disabled: !isSentence },
          { value: 'feel', label: 'FEEL' },
        ]}
        onChange={(mode) => setWantsFeel(mode === 'feel')}
      />
    </span>
  );
  return isFeel ? (
    <>
      {head}
      <FeelInput label={`${label} (FEEL)`} value={stored} onWrite={onWrite} />
    </>
  ) : (
    <Form.Item>
      {head}
      <SentenceEditor
        feel={stored}
        fields={fieldsSeenFrom(form?.fields ?? [], pointer)}
        onWrite={(feel) => onWrite(feel || undefined)}
      />
    </Form.Item>
  );
}
