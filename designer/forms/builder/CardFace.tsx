import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import type { DraggableAttributes, DraggableSyntheticListeners } from '@dnd-kit/core';
import { Button } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldType } from '../../../forms/index.ts';

export interface Handle {
  attributes: DraggableAttributes;
  listeners: DraggableSyntheticListeners;
}

interface Props {
  pointer: string;
  name: string;
  label: string;
  type: FieldType;
  isRequired: boolean;
  isConditional: boolean;
  isComputed: boolean;
  isChosen: boolean;
  isReadOnly: boolean;
  isDragged: boolean;
  /** of a root field; a field inside another is moved with arrows */
  handle?: Handle | undefined;
  onChoose: (pointer: string | undefined) => void;
  onShift: (pointer: string, by: -1 | 1) => void;
  onRemove: (pointer: string) => void;
}

/** What is seen of a field on the canvas; drawn again only when something of it changes. */
export const CardFace = memo(function CardFace({ pointer, name, label, type, handle, ...card }: Props) {
  const { t } = useTranslation('forms');
  const { isChosen, isReadOnly } = card;
  return (
    <div className={`form-card${isChosen ? ' is-chosen' : ''}${card.isDragged ? ' is-dragged' : ''}`}>
      {handle && !isReadOnly && (
        <Button
          type="text"
          size="small"
          icon={<HolderOutlined />}
          {...handle.attributes}
          {...handle.listeners}
          aria-label={t('builder.drag', { name: label })}
        />
      )}
      <button
        type="button"
        className="form-card-name"
        aria-expanded={isChosen}
        onClick={() => card.onChoose(isChosen ? undefined : pointer)}
      >
        {label}
        {card.isRequired && <span className="form-card-star"> *</span>}
        <small>
          {t(`types.${type}`)} · {name}
          {card.isConditional && ` · ${t('builder.conditional')}`}
          {card.isComputed && ` · ${t('builder.computed')}`}
        </small>
      </button>
      {!handle &&
        !isReadOnly &&
        ([-1, 1] as const).map((by) => (
          <Button
            key={by}
            type="text"
            size="small"
            icon={by < 0 ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
            aria-label={t(by < 0 ? 'builder.up' : 'builder.down', { name: label })}
            onClick={() => card.onShift(pointer, by)}
          />
        ))}
      {!isReadOnly && (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('builder.remove', { name: label })}
          onClick={() => card.onRemove(pointer)}
        />
      )}
    </div>
  );
});
