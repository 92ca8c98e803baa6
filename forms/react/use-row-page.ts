import { useEffect, useState } from 'react';
import { useFormScreen } from './form-context.ts';

/** More rows are shown in pages: ten thousand inputs at once would stop any machine. */
export const ROWS_A_PAGE = 50;

export interface RowPage {
  /** places of the rows on this page */
  places: number[];
  /** 1 is the first */
  page: number;
  turnTo(page: number): void;
  isPaged: boolean;
}

/** Which rows of a table are on the screen; it turns to a row that is asked for, and to one that was added. */
export function useRowPage(count: number, pointer: string): RowPage {
  const { reveal } = useFormScreen();
  const [wanted, turnTo] = useState(1);
  const last = Math.max(1, Math.ceil(count / ROWS_A_PAGE));
  const page = Math.min(wanted, last);
  useEffect(
    () =>
      reveal.subscribe(() => {
        const row = /^\/(\d+)/.exec((reveal.get() ?? '').slice(pointer.length))?.[1];
        if (row !== undefined && reveal.get()?.startsWith(`${pointer}/`)) turnTo(pageOf(Number(row)));
      }),
    [reveal, pointer],
  );
  const first = (page - 1) * ROWS_A_PAGE;
  const shown = Math.max(0, Math.min(ROWS_A_PAGE, count - first));
  return {
    places: Array.from({ length: shown }, (_, index) => first + index),
    page,
    turnTo,
    isPaged: count > ROWS_A_PAGE,
  };
}

/** The page that a row is on. */
export const pageOf = (row: number): number => Math.floor(row / ROWS_A_PAGE) + 1;
