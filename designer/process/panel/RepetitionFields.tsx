import { Checkbox, Form } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { CommittedText } from './CommittedText.tsx';
import { type DiagramElement, repetitionOf, setRepeated, setRepetition } from './diagram-element.ts';

interface RepetitionFieldsProps {
  modeler: Modeler;
  element: DiagramElement;
}

/** A step that several do, each for himself: over which list, under which name, at once or one after another. */
export function RepetitionFields({ modeler, element }: RepetitionFieldsProps) {
  const { t } = useTranslation('designer');
  const repetition = repetitionOf(element);
  const toggle = (
    <Form.Item>
      <Checkbox
        id="step-repeated"
        checked={Boolean(repetition)}
        onChange={({ target }) => setRepeated(modeler, element, target.checked)}
      >
        {t('panel.repeated')}
      </Checkbox>
    </Form.Item>
  );
  if (!repetition) return toggle;
  const text = (name: string) => String(repetition.get(name) ?? '');
  const set = (properties: Record<string, unknown>) => setRepetition(modeler, element, properties);
  return (
    <>
      {toggle}
      <CommittedText
        id="step-collection"
        label={t('panel.collection')}
        help={t('panel.collectionHelp')}
        value={text('motcua:collection')}
        elementId={element.id}
        onCommit={(value) => set({ 'motcua:collection': value || undefined })}
      />
      <CommittedText
        id="step-element-variable"
        label={t('panel.elementVariable')}
        value={text('motcua:elementVariable')}
        elementId={element.id}
        onCommit={(value) => set({ 'motcua:elementVariable': value || undefined })}
      />
      <Form.Item>
        <Checkbox
          id="step-sequential"
          checked={repetition.get('isSequential') === true}
          onChange={({ target }) => set({ isSequential: target.checked })}
        >
          {t('panel.sequential')}
        </Checkbox>
      </Form.Item>
    </>
  );
}
