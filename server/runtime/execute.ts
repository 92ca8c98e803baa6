/**
 * The way of a command: load the dossier, let the command work on a turn, commit everything at once guarded by
 * the dossier's version, then tell who listens. One read and one write a command; a command that loses a race
 * is tried again on what the winner left, and refused there if it no longer applies.
 */
import type { Actor } from '../access/actor.ts';
import { isoNow } from '../clock.ts';
import type { DocumentRecord } from '../documents/records.ts';
import { historySentence } from '../dossiers/history-sentences.ts';
import { type DossierRecord, historyId } from '../dossiers/records.ts';
import { problem } from '../http/problem.ts';
import { StoreConflict, type Stored, type Write } from '../store/store.ts';
import type { TaskRecord } from '../tasks/records.ts';
import { loadContext } from './load-context.ts';
import { refusalAsProblem } from './refusal-as-problem.ts';
import type { Runtime } from './runtime.ts';
import { settle } from './settle-turn.ts';
import { beginTurn, type Turn } from './turn.ts';

export interface Order {
  code: string;
  actor: Actor;
  request?: Turn['request'];
  /** works on the turn; throws a Problem when the command does not apply, and nothing has happened then */
  act: (turn: Turn) => void | Promise<void>;
  /** written in the same commit: the end of the job that gave the order */
  also?: Write[];
}

export interface Outcome {
  dossier: Stored<DossierRecord>;
  /** issued by this command */
  documents: DocumentRecord[];
  /** written by this command, by id */
  tasks: ReadonlyMap<string, TaskRecord>;
}

/** Races lost before a command gives up; each loss means that another command got through. */
const ATTEMPTS = 8;

export async function execute(runtime: Runtime, order: Order): Promise<Outcome> {
  let first: number | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const result = await attemptOrder(runtime, order);
    if ('outcome' in result) return result.outcome;
    first ??= result.lost;
  }
  const changes = await changesSince(runtime, { code: order.code, version: first! });
  throw problem('dossier.changed', 409, { values: { code: order.code, changes } });
}

/** What others did meanwhile, so that whoever lost need not look for it. */
async function changesSince(
  { history }: Runtime,
  { code, version }: { code: string; version: number },
): Promise<{ vi: string; en: string }> {
  const ids = Array.from({ length: ATTEMPTS }, (_, index) => historyId(code, version + 1 + index));
  const entries = (await history.getMany(ids)).flatMap(({ doc }) => doc.entries);
  const told = (language: 'vi' | 'en') =>
    [...new Set(entries.map((entry) => historySentence(entry, language)))].slice(-CHANGES_TOLD).join('; ');
  return { vi: told('vi'), en: told('en') };
}

/** More of them say no more. */
const CHANGES_TOLD = 3;

/** Has an order work on a turn that is thrown away: what it would do, or the Problem that it meets. */
export const tryOut = (runtime: Runtime, order: Pick<Order, 'code' | 'actor' | 'act'>): Promise<Turn> =>
  workOn(runtime, order);

async function workOn(
  runtime: Runtime,
  order: Pick<Order, 'code' | 'actor' | 'act' | 'request'>,
): Promise<Turn> {
  const stored = await runtime.dossiers.get(order.code);
  if (!stored) throw problem('dossier.not-found', 404, { values: { code: order.code } });
  const context = await loadContext(runtime, stored.doc, order.actor);
  const turn = beginTurn({
    dossier: stored.doc,
    version: stored.version,
    at: isoNow(runtime.clock),
    actor: order.actor,
    context,
    ...(order.request && { request: order.request }),
  });
  try {
    await order.act(turn);
  } catch (error) {
    throw refusalAsProblem(error, order.code);
  }
  return turn;
}

/** @returns the version that was read, when somebody else was faster */
async function attemptOrder(
  runtime: Runtime,
  order: Order,
): Promise<{ outcome: Outcome } | { lost: number }> {
  const turn = await workOn(runtime, order);
  const { take, writes, tasks } = settle(turn);
  let documents: DocumentRecord[] = [];
  try {
    await runtime.store.commit({
      take,
      writes: (numbers) => {
        const settled = writes(numbers);
        documents = settled.documents;
        return [...settled.writes, ...(order.also ?? [])];
      },
    });
  } catch (error) {
    if (error instanceof StoreConflict) return { lost: turn.version };
    throw error;
  }
  tellListeners(runtime, turn);
  const dossier = { id: order.code, version: turn.version + 1, doc: turn.dossier };
  return { outcome: { dossier, documents, tasks } };
}

/** After the commit: screens that show the dossier or its tasks, and the runner of jobs. */
export function tellListeners(runtime: Runtime, turn: Turn): void {
  const { code, involved, owner } = turn.dossier;
  const tasks = [...turn.touched, ...turn.closed.map(({ task }) => task.id)];
  const audience = { units: involved, ...(owner && { owner }) };
  runtime.live.tell({ type: 'dossier', dossier: code, at: turn.at }, audience);
  for (const task of new Set(tasks)) {
    runtime.live.tell({ type: 'task', dossier: code, task, at: turn.at }, audience);
  }
  // Nearly every command leaves a job: a paper to print, somebody to tell, an alarm to set.
  runtime.jobs.nudge();
}
