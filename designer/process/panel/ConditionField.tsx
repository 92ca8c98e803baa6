import { Form, Segmented } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCondition } from '../../conditions/condition-sentence.ts';
import { SentenceEditor } from '../../conditions/SentenceEditor.tsx';
import { CommittedText } from './CommittedText.tsx';
import { conditionOf, type DiagramElement, setCondition } from './diagram-element.ts';
import { useKnownFields } from './use-known-fields.ts';

interface ConditionFieldProps {
  modeler: Modeler;
  element: DiagramElement;
  /** key of the procedure's application form */
  applicationForm: string | undefined;
}

/** When a flow is taken: a sentence over the forms' fields, or FEEL where a sentence cannot say it. */
export function ConditionField({ modeler, element, applicationForm }: ConditionFieldProps) {
  const { t } = useTranslation('designer');
  const feel = conditionOf(element);
  const isSentence = readCondition(feel) !== undefined;
  const [wantsFeel, setWantsFeel] = useState(false);
  const fields = useKnownFields(modeler, applicationForm);
  const view = isSentence && !wantsFeel ? 'sentence' : 'feel';
  return (
    <Form.Item label={t('panel.condition')}>
      <Segmented
        size="small"
        style={{ marginBottom: 8 }}
        value={view}
        options={[
          { value: 'sentence', label: t('panel.conditionSentence'), disabled: !isSentence },
          { value: 'feel', label: 'FEEL' },
        ]}
        onChange={(chosen) => setWantsFeel(chosen === 'feel')}
      />
      {view === 'sentence' ? (
        <SentenceEditor
          key={element.id}
          feel={feel}
          fields={fields}
          onWrite={(next) => setCondition(modeler, element, next)}
        />
      ) : (
        <CommittedText
          id="flow-condition"
          label={t('panel.conditionFeel')}
          help={t('panel.conditionHelp')}
          value={feel}
          elementId={element.id}
          onCommit={(next) => setCondition(modeler, element, next)}
          multiline
        />
      )}
    </Form.Item>
  );
}
