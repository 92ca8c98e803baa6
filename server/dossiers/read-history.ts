/** Everything that happened to a dossier, in order, in sentences. */
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { Page } from '../contract/common.ts';
import type { HistoryEvent, historyEvent } from '../contract/dossiers.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { isStaff } from './capacities.ts';
import { historySentence } from './history-sentences.ts';
import { findDossier } from './read-dossier.ts';
import type { HistoryEntry, HistoryRecord } from './records.ts';

export async function readHistory(
  runtime: Runtime,
  { code, actor, language }: { code: string; actor: Actor; language: 'vi' | 'en' },
): Promise<Page<HistoryEvent>> {
  await findDossier(runtime, code, actor);
  const records = await historyOf(runtime, code);
  const isTold = ({ type }: HistoryEntry) => isStaff(actor) || !OF_THE_OFFICE.has(type);
  const items = records.flatMap(({ at, entries }) =>
    entries.map(
      (entry): z.input<typeof historyEvent> => ({
        seq: entry.seq,
        at,
        type: entry.type,
        text: historySentence(entry, language),
        actor: entry.actor,
        ...(entry.element && { element: entry.element }),
        ...(entry.elementName && { elementName: entry.elementName }),
        ...(entry.reason && { reason: entry.reason }),
        ...(isTold(entry) && entry.before !== undefined && { before: entry.before }),
        ...(isTold(entry) && entry.after !== undefined && { after: entry.after }),
      }),
    ),
  );
  return { items, total: items.length };
}

/** Their before and after are the office's: variables of the process, other people's dossiers. */
const OF_THE_OFFICE = new Set([
  'incident-retried',
  'jumped',
  'message-thrown',
  'message-received',
  'message-unheard',
  'message-ambiguous',
  'signal-thrown',
  'signal-received',
]);

/** One record a commit, oldest first. */
export async function historyOf({ history }: Runtime, code: string): Promise<HistoryRecord[]> {
  const records: HistoryRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await history.find({
      where: { dossier: code },
      sort: [
        { field: 'dossier', direction: 'asc' },
        { field: 'seq', direction: 'asc' },
      ],
      limit: 1000,
      ...(cursor && { cursor }),
    });
    records.push(...page.items.map(({ doc }) => doc));
    cursor = page.next;
  } while (cursor);
  return records;
}
