/** What is done on the rendered page and with the tools above it, worked into the template's source. */
import { useRef, useState } from 'react';
import { enclosingLists } from '../code/template-completion.ts';
import type { Writing } from '../panel/field-insertion.ts';
import { addBehind, type Chosen, chosenAt, type Edited, moveBlock, removeBlock } from './edit-blocks.ts';
import { asSource, type Run } from './find-runs.ts';
import type { Caret, PageEdits, Replacement } from './open-page.ts';
import { type Columns, columnsAt, moveColumn, removeColumn, setColumnWidth } from './table-columns.ts';

interface Place {
  source: string;
  onChange: (source: string) => void;
  /** a field of the page was clicked */
  onPickField: (run: Run) => void;
  /** somebody typed over what has changed meanwhile */
  onStale: () => void;
}

export interface PageDesk {
  edits: Omit<PageEdits, 'label' | 'onBusy'>;
  /** the block that was clicked or is typed in */
  chosen?: Chosen | undefined;
  /** of the table it is in */
  columns?: Columns | undefined;
  /** the field that was clicked */
  field?: Run | undefined;
  /** the innermost list in whose block the caret or the chosen place is: `components` */
  list?: string | undefined;
  /** grows with every change of the page's structure: places of older pages are wrong */
  structure: number;
  move: (by: -1 | 1) => void;
  remove: () => void;
  chooseAround: () => void;
  add: (block: string) => void;
  moveColumn: (by: -1 | 1) => void;
  removeColumn: () => void;
  widenColumn: (width: number | undefined) => void;
  removeField: () => void;
  /** at the caret, or in a paragraph of its own behind the chosen block; false when neither is there */
  insert: (write: Writing) => boolean;
}

export function usePageEdits({ source, onChange, onPickField, onStale }: Place): PageDesk {
  // Typing is committed and a button pressed in one go: the second must see what the first did.
  const latest = useRef(source);
  latest.current = source;
  const caret = useRef<Caret>(undefined);
  const [offset, setOffset] = useState<number>();
  const [field, setField] = useState<Run>();
  const [structure, setStructure] = useState(0);

  const write = (next: string) => {
    latest.current = next;
    onChange(next);
  };
  const restructure = (edited: Edited | undefined) => {
    if (!edited) return;
    write(edited.source);
    caret.current = undefined;
    setField(undefined);
    setOffset(edited.chosen);
    setStructure((count) => count + 1);
  };
  const chosenNow = () => (offset === undefined ? undefined : chosenAt(latest.current, offset));
  const chosen = offset === undefined ? undefined : chosenAt(source, offset);

  const replace = ({ start, end, was, source: text }: Replacement) => {
    if (printedText(latest.current.slice(start, end)) !== was) {
      onStale();
      return;
    }
    // The run has a new length from here on; what was known of the caret's surroundings stays true.
    if (caret.current?.start === start) caret.current.end = start + text.length;
    setOffset((place) => (place !== undefined && place >= end ? place + text.length - (end - start) : place));
    write(spliced(latest.current, { start, end }, text));
  };

  return {
    chosen,
    columns: offset === undefined ? undefined : columnsAt(source, offset),
    field,
    list: offset === undefined ? undefined : enclosingLists(source.slice(0, offset))[0],
    structure,
    edits: {
      onReplace: replace,
      onPickField: (run) => {
        setField(run);
        caret.current = undefined;
        onPickField(run);
      },
      onCaret: (found) => {
        caret.current = found;
      },
      onChoose: (place) => {
        setOffset(place);
        setField(undefined);
        if (caret.current?.start !== place) caret.current = undefined;
      },
      onMove: (by) => restructure(moved(latest.current, { offset, by })),
    },
    move: (by) => restructure(moved(latest.current, { offset, by })),
    remove: () => {
      const found = chosenNow();
      if (found) restructure(removeBlock(latest.current, found.block));
    },
    chooseAround: () => {
      setOffset(chosenNow()?.around?.start ?? offset);
      caret.current = undefined;
    },
    add: (block) => {
      const found = chosenNow();
      restructure(
        found
          ? addBehind(latest.current, found.block, block)
          : { source: `${latest.current.trimEnd()}\n${block}`, chosen: latest.current.trimEnd().length + 1 },
      );
    },
    moveColumn: (by) =>
      restructure(offset === undefined ? undefined : moveColumn(latest.current, offset, by)),
    removeColumn: () => restructure(kept(removeColumn(latest.current, offset ?? -1), offset)),
    widenColumn: (width) => restructure(widened(latest.current, { offset, width })),
    removeField: () => {
      if (field) restructure({ source: spliced(latest.current, field, ''), chosen: field.start });
    },
    insert: (writing) => {
      const place = caret.current;
      if (place) {
        const { start, end, before, behind } = place;
        const text = writing(enclosingLists(latest.current.slice(0, start)).length > 0);
        const added = `${asSource(before)}${text}${asSource(behind)}`;
        restructure({ source: spliced(latest.current, { start, end }, added), chosen: start });
        return true;
      }
      const found = chosenNow();
      if (!found) return false;
      const text = writing(enclosingLists(latest.current.slice(0, found.block.start)).length > 0);
      restructure(addBehind(latest.current, found.block, `<p>${text}</p>`));
      return true;
    },
  };
}

interface Move {
  offset: number | undefined;
  by: -1 | 1;
}

/** The chosen place stays where it is in its block. */
function moved(source: string, { offset, by }: Move): Edited | undefined {
  const chosen = offset === undefined ? undefined : chosenAt(source, offset);
  const edited = chosen && moveBlock(source, chosen.block, by);
  return edited && { ...edited, chosen: edited.chosen + offset! - chosen.block.start };
}

function widened(
  source: string,
  { offset, width }: { offset: number | undefined; width: number | undefined },
): Edited | undefined {
  if (offset === undefined) return undefined;
  const next = setColumnWidth(source, offset, width);
  if (next === undefined) return undefined;
  const isBehind = next.slice(0, offset) !== source.slice(0, offset);
  return { source: next, chosen: isBehind ? offset + next.length - source.length : offset };
}

const kept = (source: string | undefined, offset: number | undefined): Edited | undefined =>
  source === undefined ? undefined : { source, chosen: Math.min(offset ?? 0, source.length) };

const spliced = (text: string, { start, end }: { start: number; end: number }, replacement: string): string =>
  text.slice(0, start) + replacement + text.slice(end);

/** What a piece of a template without fields prints. */
const printedText = (source: string): string =>
  new DOMParser().parseFromString(source, 'text/html').body.textContent?.trim() ?? '';
