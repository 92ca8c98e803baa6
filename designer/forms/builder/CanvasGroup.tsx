import { DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { useDroppable } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { localText, type UiGroup } from '../../../forms/index.ts';
import { childPointer } from '../../../forms/pointer.ts';
import type { CanvasProps } from './canvas-props.ts';
import { FieldCard } from './FieldCard.tsx';
import { groupsOf, setGroups } from './form-model.ts';

interface Props extends CanvasProps {
  /** place among the groups; -1: the fields outside of them */
  place: number;
  group?: UiGroup;
  names: string[];
  isOnly?: boolean;
}

/** One section or step with its fields; the fields outside of any stand in a group of their own. */
export function CanvasGroup({ place, group, names, isOnly = false, ...canvas }: Props) {
  const { t } = useTranslation('forms');
  const { setNodeRef, isOver } = useDroppable({ id: `group:${place}` });
  const { documents, isReadOnly, onChange } = canvas;
  const change = (next: UiGroup | undefined, key?: string) =>
    onChange(
      setGroups(
        documents,
        groupsOf(documents).flatMap((each, index) => (index === place ? (next ? [next] : []) : [each])),
      ),
      key,
    );
  return (
    <section className={`form-group${isOver ? ' is-over' : ''}`} ref={setNodeRef}>
      {group ? (
        <div className="form-group-head">
          <Input
            variant="borderless"
            value={localText(group.title, 'vi')}
            disabled={isReadOnly}
            aria-label={t('builder.groupTitle')}
            onChange={(event) => change({ ...group, title: event.target.value }, `group.${place}`)}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            disabled={isReadOnly}
            aria-label={t('builder.removeGroup')}
            title={t('builder.removeGroup')}
            onClick={() => change(undefined)}
          />
        </div>
      ) : (
        <div className="form-group-head form-quiet">{isOnly ? null : t('builder.outside')}</div>
      )}
      <div className="form-group-fields">
        <SortableContext items={names.map((name) => `field:${name}`)} strategy={verticalListSortingStrategy}>
          {names.map((name) => (
            <SortableCard key={name} name={name} {...canvas} />
          ))}
        </SortableContext>
        {names.length === 0 && <div className="form-group-empty">{t('builder.dropHere')}</div>}
      </div>
    </section>
  );
}

function SortableCard({ name, ...canvas }: CanvasProps & { name: string }) {
  const { t } = useTranslation('forms');
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: `field:${name}`,
    disabled: canvas.isReadOnly,
  });
  return (
    <div ref={setNodeRef} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <FieldCard
        {...canvas}
        pointer={childPointer('', name)}
        isDragged={isDragging}
        handle={
          <Button
            type="text"
            size="small"
            icon={<HolderOutlined />}
            {...attributes}
            {...listeners}
            aria-label={t('builder.drag', { name })}
          />
        }
      />
    </div>
  );
}
