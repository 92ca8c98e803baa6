import { Empty, Form, Typography } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { durationInWords } from '../../../server/contract/duration-in-words.ts';
import { CommittedText } from './CommittedText.tsx';
import { ConditionField } from './ConditionField.tsx';
import { DefaultFlowField } from './DefaultFlowField.tsx';
import { attribute, type DiagramElement, setAttributes, setTimer, timerOf } from './diagram-element.ts';
import { EventNameField } from './EventNameField.tsx';
import { namedEventOf } from './event-name.ts';
import type { PanelChoices } from './panel-choices.ts';
import { RepetitionFields } from './RepetitionFields.tsx';
import { StepFields } from './StepFields.tsx';
import { useSelectedElement } from './use-selected-element.ts';

const STEPS =
  /^bpmn:(UserTask|ManualTask|Task|ServiceTask|SendTask|ReceiveTask|BusinessRuleTask|ScriptTask|CallActivity|SubProcess)$/;

/** Gateways whose ways have conditions. */
const DECIDING = /^bpmn:(Exclusive|Inclusive)Gateway$/;

interface ElementPanelProps {
  modeler: Modeler;
  choices: PanelChoices;
  /** key of the procedure's application form */
  applicationForm: string | undefined;
}

/** The properties of what is selected on the drawing, in the owner's words; each change can be undone. */
export function ElementPanel({ modeler, choices, applicationForm }: ElementPanelProps) {
  const { t } = useTranslation('designer');
  const element = useSelectedElement(modeler);
  if (!element)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('panel.nothingSelected')} />;
  const event = namedEventOf(element);
  return (
    <Form layout="vertical" size="small" className="element-panel">
      <Typography.Text type="secondary">
        {t(`panel.types.${element.type.replace('bpmn:', '')}`, t('panel.types.other'))}
      </Typography.Text>
      <NameField modeler={modeler} element={element} />
      {STEPS.test(element.type) && <StepFields modeler={modeler} element={element} choices={choices} />}
      {STEPS.test(element.type) && <RepetitionFields modeler={modeler} element={element} />}
      {element.type === 'bpmn:CallActivity' && <CalledProcessField modeler={modeler} element={element} />}
      {DECIDING.test(element.type) && <DefaultFlowField modeler={modeler} element={element} />}
      {element.type === 'bpmn:Lane' && (
        <StepFields modeler={modeler} element={element} choices={choices} performerOnly />
      )}
      {element.type === 'bpmn:SequenceFlow' && (
        <ConditionField
          key={element.id}
          modeler={modeler}
          element={element}
          applicationForm={applicationForm}
        />
      )}
      {event && <EventNameField key={element.id} modeler={modeler} element={element} event={event} />}
      {timerOf(element) !== undefined && <TimerField modeler={modeler} element={element} />}
    </Form>
  );
}

interface FieldProps {
  modeler: Modeler;
  element: DiagramElement;
}

function NameField({ modeler, element }: FieldProps) {
  const { t } = useTranslation('designer');
  return (
    <CommittedText
      id="element-name"
      label={t('panel.name')}
      value={attribute(element, 'name')}
      elementId={element.id}
      onCommit={(name) => setAttributes(modeler, element, { name })}
      multiline
    />
  );
}

function CalledProcessField({ modeler, element }: FieldProps) {
  const { t } = useTranslation('designer');
  return (
    <CommittedText
      id="called-process"
      label={t('panel.calledProcess')}
      help={t('panel.calledProcessHelp')}
      value={attribute(element, 'calledElement')}
      elementId={element.id}
      onCommit={(calledElement) => setAttributes(modeler, element, { calledElement })}
    />
  );
}

function TimerField({ modeler, element }: FieldProps) {
  const { t, i18n } = useTranslation('designer');
  const value = timerOf(element) ?? '';
  const words = durationInWords(value, i18n.language === 'en' ? 'en' : 'vi');
  return (
    <CommittedText
      id="timer-duration"
      label={t('panel.timer')}
      help={words === value ? t('panel.timerHelp') : t('panel.timerInWords', { words })}
      value={value}
      elementId={element.id}
      onCommit={(iso) => setTimer(modeler, element, iso)}
    />
  );
}
