import { PlusOutlined } from '@ant-design/icons';
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { Button, Space, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../forms/index.ts';
import type { FormDocuments } from '../form-api.ts';
import { CanvasGroup } from './CanvasGroup.tsx';
import { addField, groupsOf, hasSteps, moveField, setGroups, ungrouped } from './form-model.ts';
import { Palette } from './Palette.tsx';
import { PALETTE } from './palette-items.ts';

interface Props {
  documents: FormDocuments;
  /** absent while the documents have problems */
  form: Form | undefined;
  isReadOnly: boolean;
  /** `key` names what is being changed: one undo takes back a whole typed label */
  onChange: (documents: FormDocuments, key?: string) => void;
}

/** The canvas: fields are dragged from the palette and among the groups, or moved with the keyboard. */
export function FormBuilder({ documents, form, isReadOnly, onChange }: Props) {
  const { t } = useTranslation('forms');
  const [chosen, setChosen] = useState<string>();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const groups = groupsOf(documents);
  const outside = ungrouped(documents);

  const add = (kind: string, { group, index }: Partial<Place> = {}) => {
    const item = PALETTE.find((each) => each.kind === kind);
    if (!item) return;
    const added = addField(documents, {
      parent: '',
      title: t(`palette.${kind}`),
      schema: item.schema,
      ui: item.ui,
      group: group ?? groups.length - 1,
      index,
    });
    setChosen(added.pointer);
    onChange(added.documents);
  };

  const drop = ({ active, over }: DragEndEvent) => {
    if (!over) return;
    const place = placeOf(documents, String(over.id));
    const [kind, name = ''] = splitId(String(active.id));
    if (kind === 'new') add(name, place);
    else if (name !== splitId(String(over.id))[1]) onChange(moveField(documents, name, place));
  };

  const canvas = { documents, form, chosen, isReadOnly, onChoose: setChosen, onChange };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        screenReaderInstructions: { draggable: t('builder.dragHint') },
        announcements: {
          onDragStart: ({ active }) => t('builder.picked', { name: splitId(String(active.id))[1] }),
          onDragOver: () => undefined,
          onDragEnd: ({ active }) => t('builder.dropped', { name: splitId(String(active.id))[1] }),
          onDragCancel: () => t('builder.cancelled'),
        },
      }}
    >
      <div className="form-builder">
        <Palette isReadOnly={isReadOnly} onAdd={add} />
        <div>
          <Space wrap style={{ marginBottom: 8 }}>
            <Button
              size="small"
              icon={<PlusOutlined />}
              disabled={isReadOnly}
              onClick={() =>
                onChange(
                  setGroups(documents, [
                    ...groups,
                    {
                      title: t('builder.newGroup', { number: groups.length + 1 }),
                      fields: groups.length === 0 ? outside : [],
                    },
                  ]),
                )
              }
            >
              {t('builder.addGroup')}
            </Button>
            {groups.length > 0 && (
              // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control
              <label>
                <Switch
                  size="small"
                  checked={hasSteps(documents)}
                  disabled={isReadOnly}
                  onChange={(steps) => onChange(setGroups(documents, groups, steps))}
                />{' '}
                {t('builder.steps')}
              </label>
            )}
          </Space>
          {groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a group has no other name; its title is being typed
            <CanvasGroup key={index} {...canvas} place={index} group={group} names={group.fields} />
          ))}
          {(outside.length > 0 || groups.length === 0) && (
            <CanvasGroup {...canvas} place={-1} names={outside} isOnly={groups.length === 0} />
          )}
        </div>
      </div>
    </DndContext>
  );
}

interface Place {
  group: number;
  index: number;
}

const splitId = (id: string): [string, string | undefined] => {
  const [kind = '', ...rest] = id.split(':');
  return [kind, rest.join(':')];
};

/** Where something dropped on a card or on a group goes. */
function placeOf(documents: FormDocuments, overId: string): Place {
  const [kind, name = ''] = splitId(overId);
  const groups = groupsOf(documents);
  if (kind === 'group') {
    const group = Number(name);
    return { group, index: groups[group]?.fields.length ?? ungrouped(documents).length };
  }
  const group = groups.findIndex((each) => each.fields.includes(name));
  const names = groups[group]?.fields ?? ungrouped(documents);
  return { group, index: Math.max(0, names.indexOf(name)) };
}
