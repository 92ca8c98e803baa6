import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldType } from '../../../forms/fields-of.ts';
import type { UiNode } from '../../../forms/index.ts';
import type { CanvasProps } from './canvas-props.ts';
import { FieldProperties } from './FieldProperties.tsx';
import {
  addField,
  childrenOf,
  isRequired,
  nameOf,
  removeField,
  schemaAt,
  shiftField,
  uiAt,
} from './form-model.ts';
import { PALETTE } from './palette-items.ts';

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
  const schema = schemaAt(documents, pointer);
  const ui = uiAt(documents, pointer) as UiNode;
  const type = fieldType(documents.schema, [schema], ui);
  const isContainer = type === 'group' || type === 'table';
  const title = String(schema.title ?? nameOf(pointer));
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
          {title}
          {isRequired(documents, pointer) && <span className="form-card-star"> *</span>}
          <small>
            {t(`types.${type}`)} · {nameOf(pointer)}
            {ui['ui:visibleIf'] !== undefined && ` · ${t('builder.conditional')}`}
          </small>
        </button>
        {!handle && (
          <>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              disabled={isReadOnly}
              aria-label={t('builder.up', { name: title })}
              onClick={() => onChange(shiftField(documents, pointer, -1))}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              disabled={isReadOnly}
              aria-label={t('builder.down', { name: title })}
              onClick={() => onChange(shiftField(documents, pointer, 1))}
            />
          </>
        )}
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          disabled={isReadOnly}
          aria-label={t('builder.remove', { name: title })}
          onClick={() => {
            onChoose(undefined);
            onChange(removeField(documents, pointer));
          }}
        />
      </div>
      {isChosen && <FieldProperties {...canvas} pointer={pointer} type={type} />}
      {isContainer && <InnerFields {...canvas} pointer={pointer} type={type} />}
    </>
  );
}

const INNER_KINDS = PALETTE.filter(({ kind }) => !['table', 'cards', 'note', 'signature'].includes(kind));

/** The columns of a table, the fields of a group. */
function InnerFields({
  pointer,
  type,
  ...canvas
}: CanvasProps & { pointer: string; type: 'group' | 'table' }) {
  const { t } = useTranslation('forms');
  const { documents, isReadOnly, onChoose, onChange } = canvas;
  const add = (kind: string) => {
    const item = PALETTE.find((each) => each.kind === kind);
    if (!item) return;
    const added = addField(documents, {
      parent: pointer,
      title: t(`palette.${kind}`),
      schema: item.schema,
      ui: item.ui,
    });
    onChoose(added.pointer);
    onChange(added.documents);
  };
  return (
    <div className="form-inner">
      {childrenOf(documents, pointer).map((child) => (
        <FieldCard key={child} {...canvas} pointer={child} />
      ))}
      <Dropdown
        trigger={['click']}
        disabled={isReadOnly}
        menu={{
          items: INNER_KINDS.map(({ kind }) => ({ key: kind, label: t(`palette.${kind}`) })),
          onClick: ({ key }) => add(key),
        }}
      >
        <Button size="small" type="dashed" icon={<PlusOutlined />}>
          {t(type === 'table' ? 'builder.addColumn' : 'builder.addInner')}
        </Button>
      </Dropdown>
    </div>
  );
}
