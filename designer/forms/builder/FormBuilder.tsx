import {
  DndContext,
  type DragEndEvent,
  type DragOverEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Form, localText } from '../../../forms/index.ts';
import { childPointer } from '../../../forms/pointer.ts';
import type { FormDocuments } from '../form-api.ts';
import { CanvasGroup } from './CanvasGroup.tsx';
import { type Dragged, findDropTarget, groupPathOf, placeOf, readDragId } from './canvas-drag.ts';
import type { CanvasProps } from './canvas-props.ts';
import { type GroupPath, groupAt, groupsOf, lastGroup, moveField, ungrouped } from './form-groups.ts';
import { addField, labelAt, removeField, renameField, setLabel, shiftField } from './form-model.ts';
import { parentPointer, schemaAt } from './form-nodes.ts';
import { GroupBar } from './GroupBar.tsx';
import { Palette } from './Palette.tsx';
import { PALETTE } from './palette-items.ts';
import { useFieldKeys } from './use-field-keys.ts';
import { useLatest } from './use-latest.ts';

interface Props {
  documents: FormDocuments;
  /** what was opened: fields that are not in it are new, their names may still follow their labels */
  stored: FormDocuments;
  /** absent while the documents have problems */
  form: Form | undefined;
  isReadOnly: boolean;
  onChange: CanvasProps['onChange'];
}

// kept outside: other options at each drawing would make every field's handle anew
const POINTER = { activationConstraint: { distance: 6 } };
const KEYBOARD = { coordinateGetter: sortableKeyboardCoordinates };

/** The canvas: fields are dragged from the palette and among the groups, or moved with the keyboard. */
export function FormBuilder({ documents, stored, form, isReadOnly, onChange }: Props) {
  const { t } = useTranslation('forms');
  const [chosen, setChosen] = useState<string>();
  const [added, setAdded] = useState<string>();
  const [dragged, setDragged] = useState<Dragged>();
  const { keyOf, renamed } = useFieldKeys();
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(KeyboardSensor, KEYBOARD));
  const groups = groupsOf(documents);
  const outside = ungrouped(documents);

  const onAdded = (pointer: string) => {
    setAdded(pointer);
    setChosen(pointer);
  };
  const add = useLatest((kind: string, place?: { group: GroupPath; index: number }) => {
    const item = PALETTE.find((each) => each.kind === kind);
    if (!item) return;
    const next = addField(documents, {
      parent: '',
      title: t(`palette.${kind}`),
      schema: item.schema,
      ui: item.ui,
      group: place?.group ?? lastGroup(documents),
      index: place?.index,
    });
    onAdded(next.pointer);
    onChange(next.documents);
  });
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(undefined);
    if (!over) return;
    const [what, target] = [readDragId(active.id), readDragId(over.id)];
    const place = placeOf(documents, target);
    if (what.type === 'new') add(what.name, place);
    else if (active.id !== over.id) onChange(moveField(documents, what.name, place));
  };
  const rename = (pointer: string, to: string, next: FormDocuments, key?: string) => {
    const label = `${key ?? 'name'}.${keyOf(pointer)}`;
    if (to !== pointer) {
      renamed(pointer, to);
      setChosen(to);
    }
    onChange(next, key && label);
  };
  const isStored = (pointer: string) => Object.keys(schemaAt(stored, pointer)).length > 0;
  const nameOnScreen = ({ type, name }: Dragged) =>
    type === 'new'
      ? t(`palette.${name}`)
      : type === 'field'
        ? labelAt(documents, childPointer('', name))
        : (localText(groupAt(documents, groupPathOf(name))?.title, 'vi') ?? t('builder.outside'));

  const canvas: CanvasProps = {
    documents,
    form,
    chosen,
    added,
    isReadOnly,
    onChoose: setChosen,
    onAdded,
    onChange,
    onRelabel: (pointer, label) => {
      const next = setLabel(documents, pointer, { label, isNew: !isStored(pointer) });
      rename(pointer, next.pointer, next.documents, 'label');
    },
    onRename: (pointer, name) =>
      rename(pointer, childPointer(parentPointer(pointer), name), renameField(documents, pointer, name)),
    onShift: useLatest((pointer: string, by: -1 | 1) => onChange(shiftField(documents, pointer, by))),
    onRemove: useLatest((pointer: string) => {
      setChosen(undefined);
      onChange(removeField(documents, pointer));
    }),
    isStored,
    keyOf,
  };
  const announcements = {
    onDragStart: ({ active }: Pick<DragStartEvent, 'active'>) =>
      t('builder.picked', { name: nameOnScreen(readDragId(active.id)) }),
    onDragOver: ({ active, over }: Pick<DragOverEvent, 'active' | 'over'>) =>
      over && over.id !== active.id
        ? t('builder.over', { name: nameOnScreen(readDragId(over.id)) })
        : undefined,
    onDragEnd: ({ active }: Pick<DragEndEvent, 'active'>) =>
      t('builder.dropped', { name: nameOnScreen(readDragId(active.id)) }),
    onDragCancel: () => t('builder.cancelled'),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={findDropTarget}
      onDragStart={({ active }) => setDragged(readDragId(active.id))}
      onDragEnd={drop}
      onDragCancel={() => setDragged(undefined)}
      accessibility={{ screenReaderInstructions: { draggable: t('builder.dragHint') }, announcements }}
    >
      <div className={isReadOnly ? undefined : 'form-builder'}>
        {!isReadOnly && <Palette onAdd={add} />}
        <div className="form-canvas">
          {!isReadOnly && <GroupBar documents={documents} onChange={onChange} />}
          {groups.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a group has no other name; its title is being typed
            <CanvasGroup key={index} {...canvas} path={[index]} />
          ))}
          {(outside.length > 0 || groups.length === 0) && (
            <CanvasGroup {...canvas} path={[]} isOnly={groups.length === 0} />
          )}
        </div>
      </div>
      <DragOverlay>{dragged && <div className="form-dragged">{nameOnScreen(dragged)}</div>}</DragOverlay>
    </DndContext>
  );
}
