import { fold } from '../access/search-words.ts';
import type { Stored } from '../store/store.ts';
import type { Catalogue } from './open-catalogue.ts';
import type { ProcedureRecord } from './records.ts';

const EVERY = 1000;

/**
 * Procedures by code. `q` finds words of code, name and field in any order, with or without marks: a
 * province has some two thousand, which is read in a moment.
 */
export async function listProcedures(
  catalogue: Catalogue,
  { q, field, unit }: { q?: string | undefined; field?: string | undefined; unit?: string | undefined } = {},
): Promise<Stored<ProcedureRecord>[]> {
  const words = fold(q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const found: Stored<ProcedureRecord>[] = [];
  let cursor: string | undefined;
  do {
    const page = await catalogue.procedures.find({
      where: { ...(field ? { field } : {}), ...(unit ? { unit } : {}) },
      sort: [{ field: 'code', direction: 'asc' }],
      limit: EVERY,
      ...(cursor ? { cursor } : {}),
    });
    found.push(...page.items.filter(({ doc }) => matches(doc, words)));
    cursor = page.next;
  } while (cursor);
  return found;
}

function matches({ code, name, field }: ProcedureRecord, words: string[]): boolean {
  const text = fold(`${code} ${name} ${field}`);
  return words.every((word) => text.includes(word));
}
