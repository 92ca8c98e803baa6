/** What is dragged on the canvas, where it may be dropped, and what the drop means. */
import { type CollisionDetection, closestCenter, pointerWithin } from '@dnd-kit/core';
import type { FormDocuments } from '../form-api.ts';
import { type GroupPath, groupOfField, namesAt } from './form-groups.ts';

/** Ids of what can be dragged or dropped upon. */
export const dragId = {
  palette: (kind: string) => `new:${kind}`,
  field: (name: string) => `field:${name}`,
  group: (path: GroupPath) => `group:${path.join('.')}`,
};

export interface Dragged {
  type: 'new' | 'field' | 'group';
  /** kind of the palette, name of the root field, or path of the group */
  name: string;
}

export function readDragId(id: string | number): Dragged {
  const [type = '', ...rest] = String(id).split(':');
  return { type: type as Dragged['type'], name: rest.join(':') };
}

/** Where something dropped on a card or on a group goes. */
export function placeOf(documents: FormDocuments, over: Dragged): { group: GroupPath; index: number } {
  if (over.type === 'group') {
    const group = groupPathOf(over.name);
    return { group, index: namesAt(documents, group).length };
  }
  const group = groupOfField(documents, over.name);
  return { group, index: Math.max(0, namesAt(documents, group).indexOf(over.name)) };
}

export const groupPathOf = (name: string): GroupPath => (name === '' ? [] : name.split('.').map(Number));

/** With the pointer: the card under it, else the innermost group; with the keyboard: what is nearest. */
export const findDropTarget: CollisionDetection = (scene) => {
  const under = pointerWithin(scene);
  if (under.length === 0) return scene.pointerCoordinates ? [] : closestCenter(scene);
  const card = under.find(({ id }) => readDragId(id).type === 'field');
  if (card) return [card];
  return under.toSorted((one, other) => depthOf(other.id) - depthOf(one.id)).slice(0, 1);
};

const depthOf = (id: string | number): number => String(id).split('.').length + (id === 'group:' ? -1 : 0);
