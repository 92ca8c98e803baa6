import { AutoComplete, Form } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagramElement } from './diagram-element.ts';
import { type NamedEvent, setEventName } from './event-name.ts';

interface EventNameFieldProps {
  modeler: Modeler;
  element: DiagramElement;
  event: NamedEvent;
}

/** By which message, signal, error or escalation; those that the file has are offered. */
export function EventNameField({ modeler, element, event }: EventNameFieldProps) {
  const { t } = useTranslation('designer');
  const [typed, setTyped] = useState(event.name);
  return (
    <Form.Item
      label={t(`panel.eventNames.${event.kind}`)}
      htmlFor="event-name"
      help={t('panel.eventNameHelp')}
    >
      <AutoComplete
        id="event-name"
        value={typed}
        options={event.others.map((value) => ({ value }))}
        onChange={setTyped}
        onSelect={(name: string) => setEventName(modeler, element, name)}
        onBlur={() => {
          if (typed.trim() !== event.name) setEventName(modeler, element, typed.trim());
        }}
      />
    </Form.Item>
  );
}
