/** What the fields are handed: computed values are shown, what is hidden keeps its place in the data. */
import type { JsonObject } from '../types.ts';

/**
 * The draft with the computed values of the settled data in it. Hidden values stay where they are, in
 * groups and rows too: a row that is moved takes them along. What is equal is shared with the draft.
 */
export function settledView(data: unknown, settled: unknown): unknown {
  if (data === settled || settled === undefined) return data;
  if (Array.isArray(settled) && Array.isArray(data)) {
    const rows = settled.map((row, index) => settledView(data[index], row));
    return rows.length === data.length && rows.every((row, index) => row === data[index]) ? data : rows;
  }
  if (!isObject(settled) || !isObject(data)) return settled ?? data;
  const shown = new Map(Object.entries(data));
  for (const [name, value] of Object.entries(settled)) {
    shown.set(name, settledView(Object.hasOwn(data, name) ? data[name] : undefined, value));
  }
  const isSame = [...shown].every(([name, value]) => Object.hasOwn(data, name) && data[name] === value);
  return isSame ? data : Object.fromEntries(shown);
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
