import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect } from 'react';
import type { ProcessComment } from '../../../server/contract/catalogue.ts';

interface Overlays {
  add(element: string, kind: string, overlay: { position: object; html: HTMLElement }): string;
  remove(id: string): void;
}
interface ElementRegistry {
  get(id: string): unknown;
}

/** A small number on each element with open remarks. */
export function useCommentMarks(modeler: Modeler, comments: readonly ProcessComment[]): void {
  useEffect(() => {
    const overlays = modeler.get<Overlays>('overlays');
    const registry = modeler.get<ElementRegistry>('elementRegistry');
    const open = comments.filter(({ element, isSettled }) => element && !isSettled);
    const elements = new Set(open.map(({ element }) => element as string));
    const marks = [...elements]
      .filter((id) => registry.get(id))
      .map((id) => {
        const html = document.createElement('span');
        html.className = 'comment-mark';
        html.textContent = String(open.filter(({ element }) => element === id).length);
        return overlays.add(id, 'comments', { position: { top: -12, right: 12 }, html });
      });
    return () => {
      for (const mark of marks) overlays.remove(mark);
    };
  }, [modeler, comments]);
}
