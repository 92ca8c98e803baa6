import { Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldType, LocalText } from '../../../forms/index.ts';
import { localText } from '../../../forms/index.ts';
import type { CanvasProps } from './canvas-props.ts';
import { isFieldName } from './field-names.ts';
import { englishOf, inEnglish, inVietnamese } from './field-texts.ts';
import { labelAt } from './form-model.ts';
import { nameOf, parentPointer, propertiesAt, uiAt, updateField } from './form-nodes.ts';

interface Props extends CanvasProps {
  pointer: string;
  type: FieldType;
}

/** What people read at the field, and the name that its data have. */
export function FieldTexts({ pointer, type, ...canvas }: Props) {
  const { t } = useTranslation('forms');
  const { documents, onChange, onRelabel, onRename } = canvas;
  const ui = uiAt(documents, pointer);
  const label = labelAt(documents, pointer);
  const labelInput = useRef<InputRef>(null);
  const isAdded = useRef(canvas.added === pointer);
  useEffect(() => {
    if (isAdded.current) labelInput.current?.focus({ cursor: 'all' });
  }, []);
  const write = (entry: string, text: LocalText | undefined) =>
    onChange(updateField(documents, pointer, { ui: { [entry]: text } }), `${entry}.${pointer}`);
  const texts = TEXTS.filter(({ types }) => !types || types.has(type));
  return (
    <div className="form-property-pair">
      <Form.Item label={t('properties.label')}>
        <Input
          ref={labelInput}
          value={label}
          aria-label={t('properties.label')}
          onChange={({ target }) => onRelabel(pointer, target.value)}
        />
      </Form.Item>
      <NameInput
        key={pointer}
        name={nameOf(pointer)}
        taken={Object.keys(propertiesAt(documents, parentPointer(pointer)))}
        onRename={(name) => onRename(pointer, name)}
      />
      {texts.map(({ entry, key }) => (
        <Form.Item key={entry} label={t(`properties.${key}`)}>
          <Input
            value={localText(ui[entry] as LocalText | undefined, 'vi') ?? ''}
            aria-label={t(`properties.${key}`)}
            onChange={({ target }) =>
              write(entry, inVietnamese(ui[entry] as LocalText | undefined, target.value))
            }
          />
        </Form.Item>
      ))}
      <Form.Item label={t('properties.english')}>
        <Input
          value={englishOf(ui['ui:title'] as LocalText | undefined)}
          aria-label={t('properties.english')}
          onChange={({ target }) => write('ui:title', inEnglish(label, target.value))}
        />
      </Form.Item>
    </div>
  );
}

const TEXTS: { entry: string; key: string; types?: ReadonlySet<FieldType> }[] = [
  { entry: 'ui:help', key: 'help' },
  { entry: 'ui:message', key: 'message' },
  { entry: 'ui:citation', key: 'citation' },
  {
    entry: 'ui:placeholder',
    key: 'placeholder',
    types: new Set<FieldType>(['text', 'textarea', 'email', 'phone', 'select', 'number', 'integer']),
  },
  {
    entry: 'ui:unit',
    key: 'unit',
    types: new Set<FieldType>(['text', 'number', 'integer', 'money']),
  },
  { entry: 'ui:addLabel', key: 'addLabel', types: new Set<FieldType>(['table', 'list']) },
];

interface NameInputProps {
  name: string;
  taken: string[];
  onRename: (name: string) => void;
}

/** The name that papers and conditions call the field by; changed when the input is left. */
function NameInput({ name, taken, onRename }: NameInputProps) {
  const { t } = useTranslation('forms');
  const [typed, setTyped] = useState(name);
  const isGood = isFieldName(typed) && (typed === name || !taken.includes(typed));
  return (
    <Form.Item
      label={t('properties.name')}
      validateStatus={isGood ? undefined : 'error'}
      help={isGood ? undefined : t('properties.nameWrong')}
    >
      <Input
        value={typed}
        aria-label={t('properties.name')}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => isGood && typed !== name && onRename(typed)}
      />
    </Form.Item>
  );
}
