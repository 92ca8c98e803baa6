import { problem } from '../http/problem.ts';

/**
 * A page of a list that is in memory; the cursor is how far the page before went.
 * @throws Problem 400 on a cursor of another list
 */
export function pageOfList<T>(
  list: T[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { items: T[]; next?: string; total: number } {
  const start = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isInteger(start) || start < 0) throw problem('store.bad-cursor', 400);
  const end = start + limit;
  return {
    items: list.slice(start, end),
    ...(end < list.length ? { next: String(end) } : {}),
    total: list.length,
  };
}
