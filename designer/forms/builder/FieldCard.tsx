import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldType } from '../../../forms/fields-of.ts';
import type { UiNode } from '../../../forms/index.ts';
import type { CanvasProps } from './canvas-props.ts';
import { FieldProperties } from './FieldProperties.tsx';
import { isRequired, labelAt, removeField, shiftField } from './form-model.ts';
import { nameOf, schemaAt, uiAt } from './form-nodes.ts';
import { InnerFields } from './InnerFields.tsx';

interface Props extends CanvasProps {
  pointer: string;
  /** the drag handle of a root field; a field inside another is moved with arrows */
  handle?: ReactNode;
  isDragged?: boolean;
}

/** A field on the canvas; chosen, it opens its properties; a table or group holds its own fields. */
export function FieldCard({ pointer, handle, isDragged = false, ...canvas }: Props) {
  const { t } = useTranslation('forms');
  const { documents, chosen, isReadOnly, onChoose, onChange } = canvas;
  const isChosen = chosen === pointer;
  const ui = uiAt(documents, pointer) as UiNode;
  const type = fieldType(documents.schema, [schemaAt(documents, pointer)], ui);
  const label = labelAt(documents, pointer);
  return (
    <>
      <div className={`form-card${isChosen ? ' is-chosen' : ''}${isDragged ? ' is-dragged' : ''}`}>
        {handle}
        <button
          type="button"
          className="form-card-name"
          aria-expanded={isChosen}
          onClick={() => onChoose(isChosen ? undefined : pointer)}
        >
          {label}
          {isRequired(documents, pointer) && <span className="form-card-star"> *</span>}
          <small>
            {t(`types.${type}`)} · {nameOf(pointer)}
            {ui['ui:visibleIf'] !== undefined && ` · ${t('builder.conditional')}`}
            {ui['ui:value'] !== undefined && ` · ${t('builder.computed')}`}
          </small>
        </button>
        {!handle &&
          ([-1, 1] as const).map((by) => (
            <Button
              key={by}
              type="text"
              size="small"
              icon={by < 0 ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
              disabled={isReadOnly}
              aria-label={t(by < 0 ? 'builder.up' : 'builder.down', { name: label })}
              onClick={() => onChange(shiftField(documents, pointer, by))}
            />
          ))}
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          disabled={isReadOnly}
          aria-label={t('builder.remove', { name: label })}
          onClick={() => {
            onChoose(undefined);
            onChange(removeField(documents, pointer));
          }}
        />
      </div>
      {isChosen && <FieldProperties {...canvas} pointer={pointer} type={type} />}
      {(type === 'group' || type === 'table') && (
        <InnerFields {...canvas} pointer={pointer} type={type} card={FieldCard} />
      )}
    </>
  );
}
