import { useDroppable } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { childPointer } from '../../../forms/pointer.ts';
import { dragId } from './canvas-drag.ts';
import type { CanvasProps } from './canvas-props.ts';
import { FieldCard } from './FieldCard.tsx';
import { type GroupPath, groupAt, namesAt } from './form-groups.ts';
import { GroupHead } from './GroupHead.tsx';

interface Props extends CanvasProps {
  path: GroupPath;
  isOnly?: boolean;
}

/** One section or step with its fields and the sections inside it; `[]`: the fields outside of any. */
export function CanvasGroup({ path, isOnly = false, ...canvas }: Props) {
  const { t } = useTranslation('forms');
  const { setNodeRef, isOver } = useDroppable({ id: dragId.group(path) });
  const { documents } = canvas;
  const group = groupAt(documents, path);
  const names = namesAt(documents, path);
  const sections = group?.sections ?? [];
  const all = names.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same names make the same ids
  const ids = useMemo(() => names.map(dragId.field), [all]);
  return (
    <section className={`form-group${isOver ? ' is-over' : ''}`} ref={setNodeRef}>
      {group ? (
        <GroupHead {...canvas} path={path} group={group} />
      ) : (
        !isOnly && <div className="form-group-head form-quiet">{t('builder.outside')}</div>
      )}
      <div className="form-group-fields">
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          {names.map((name) => (
            <SortableCard key={canvas.keyOf(childPointer('', name))} name={name} {...canvas} />
          ))}
        </SortableContext>
        {names.length === 0 && sections.length === 0 && (
          <div className="form-group-empty">{t('builder.dropHere')}</div>
        )}
        {sections.map((_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group has no other name; its title is being typed
          <CanvasGroup key={place} {...canvas} path={[...path, place]} />
        ))}
      </div>
    </section>
  );
}

function SortableCard({ name, ...canvas }: CanvasProps & { name: string }) {
  const { setNodeRef, attributes, listeners, transform, transition, isDragging, isOver } = useSortable({
    id: dragId.field(name),
    disabled: canvas.isReadOnly,
  });
  const handle = useMemo(() => ({ attributes, listeners }), [attributes, listeners]);
  return (
    <div
      ref={setNodeRef}
      className={isOver && !isDragging ? 'form-drop-before' : undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <FieldCard {...canvas} pointer={childPointer('', name)} isDragged={isDragging} handle={handle} />
    </div>
  );
}
