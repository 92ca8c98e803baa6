/**
 * A year of the sample province: 2,000 dossiers of all procedures across Tết and 2/9, with everything that
 * can happen to them and three stops of the server. Afterwards every invariant holds.
 */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { latestExtension } from '../../calendar/index.ts';
import type { Actor } from '../../server/access/actor.ts';
import { brokenInvariants } from '../../server/cli/invariants.ts';
import { createDossier, type Operation, operationBodies } from '../../server/contract/dossiers.ts';
import { takeIn } from '../../server/dossiers/intake.ts';
import { operate, possibleOperations } from '../../server/dossiers/operations/operate.ts';
import { historyOf } from '../../server/dossiers/read-history.ts';
import type { DossierRecord, OpenTaskRecord } from '../../server/dossiers/records.ts';
import { Problem } from '../../server/http/problem.ts';
import { readReport } from '../../server/reports/report.ts';
import { loadContext } from '../../server/runtime/load-context.ts';
import { openFileBlobs } from '../../server/store/blobs/open-file-blobs.ts';
import { openSqliteSnapshot } from '../../server/store/sqlite/open-sqlite-snapshot.ts';
import { completeTaskById } from '../../server/tasks/complete-task.ts';
import { isCandidate, isMine } from '../../server/tasks/who-may.ts';
import { CERTIFICATION, HOUSE_PERMIT, INVESTMENT } from '../support/build-application.ts';
import { buildOffice, type Office } from '../support/build-office.ts';
import { dueByHand, type PaperLimit } from './due-by-hand.ts';

const DOSSIERS = 2000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday 05/01/2026, 07:00 in Việt Nam. */
const START = Date.parse('2026-01-05T00:00:00.000Z');
const LAST_INTAKE = Date.parse('2026-12-15T00:00:00.000Z');
const END = Date.parse('2027-03-01T00:00:00.000Z');
/** Nobody serves: over Tết, over 2/9, and one night. */
const OUTAGES = [
  ['2026-02-14T00:00:00.000Z', '2026-02-24T01:00:00.000Z'],
  ['2026-08-29T00:00:00.000Z', '2026-09-07T03:00:00.000Z'],
  ['2026-11-10T09:00:00.000Z', '2026-11-11T02:00:00.000Z'],
].map(([from, to]) => ({ from: Date.parse(from!), to: to! }));

/** The same year each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const chance = random(20_260_105);
const oneOf = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)]!;

const iso = (moment: number): string => new Date(moment).toISOString();

/** Hours until somebody looks at a dossier again; now and then it lies forgotten. */
const untilNextLook = (): number => (chance() < 0.04 ? 10 + chance() * 25 : 0.1 + chance() * 2.2) * DAY;

let office: Office;
const done = new Map<string, number>();
const refused = new Map<string, number>();
const count = (counts: Map<string, number>, what: string) =>
  void counts.set(what, (counts.get(what) ?? 0) + 1);

const STAFF = ['motcua', 'chuyenvien', 'lanhdao'];
const asker = (actor: Actor) => ({ actor });

const BODIES: { [O in Operation]?: (dossier: DossierRecord, latest: string) => unknown } = {
  accept: () => ({}),
  refuse: () => ({ reason: 'Không đủ điều kiện theo quy định' }),
  'request-supplement': () => ({ reason: 'Thiếu giấy tờ', papers: ['Bản sao có chứng thực'] }),
  supplement: () => ({}),
  'request-payment': () => ({ items: [{ name: 'Lệ phí', amount: 50_000 }] }),
  pay: ({ finance }) => ({
    method: 'transfer',
    reference: 'GD1',
    amount:
      finance.items.reduce((sum, { amount }) => sum + amount, 0) -
      finance.payments.reduce((sum, { amount }) => sum + amount, 0),
  }),
  suspend: () => ({ reason: 'Chờ kết luận thanh tra' }),
  resume: () => ({}),
  extend: (_dossier, latest) => ({ reason: 'Hồ sơ phức tạp', dueAt: latest }),
  apologise: (_dossier, latest) => ({ reason: 'Xác minh thực địa lại', dueAt: latest }),
  withdraw: () => ({ reason: 'Không còn nhu cầu' }),
  finish: () => ({ outcome: 'granted' }),
  correct: () => ({ reason: 'Sai tên chủ hồ sơ' }),
};

/** What gets a dossier out of where it stands still, and what else may befall it, with how often. */
const WAKES: readonly Operation[] = ['accept', 'supplement', 'pay', 'resume'];
const TURNS: readonly (readonly [Operation, number])[] = [
  ['request-supplement', 0.04],
  ['request-payment', 0.03],
  ['suspend', 0.015],
  ['extend', 0.03],
  ['apologise', 0.02],
  ['refuse', 0.012],
  ['withdraw', 0.012],
  ['finish', 0.006],
  ['correct', 0.03],
];

async function takeInOne(): Promise<string> {
  const procedure = oneOf([CERTIFICATION, CERTIFICATION, HOUSE_PERMIT, HOUSE_PERMIT, INVESTMENT]);
  const settings = (await office.runtime.catalogue.procedure(procedure))!;
  const channel = oneOf(['counter', 'counter', 'online', 'postal'] as const);
  const body = createDossier.parse({ ...(settings.samples[0] as object), channel });
  const answer = await takeIn(office.runtime, {
    body,
    asker: asker(office.actor(channel === 'online' ? 'congdan' : 'motcua')),
    language: 'vi',
    present: ({ id }) => id,
  });
  return answer as string;
}

/** Does one thing with a dossier. @returns whether there is anything left to do with it */
async function lookAt(code: string): Promise<boolean> {
  const { doc: dossier } = (await office.runtime.dossiers.get(code))!;
  const offers = await offersOf(dossier);
  for (const operation of WAKES) if (await tryOperation(dossier, operation, offers)) return true;
  for (const [operation, often] of TURNS)
    if (chance() < often && (await tryOperation(dossier, operation, offers))) return true;
  const task = dossier.openTasks[Math.floor(chance() * dossier.openTasks.length)];
  if (!task || dossier.hold) return dossier.openTasks.length > 0 || dossier.hold !== undefined;
  await complete(task);
  return true;
}

/** Who may do what now: the first of the staff that is offered it. */
type Offers = Map<Operation, { actor: Actor; latest: string }>;

async function offersOf(dossier: DossierRecord): Promise<Offers> {
  const offers: Offers = new Map();
  const at = iso(office.runtime.clock.now());
  for (const username of STAFF) {
    const actor = office.actor(username);
    const context = await loadContext(office.runtime, dossier, actor);
    const latest = dossier.clock ? latestExtension(dossier.clock, context.calendar) : dossier.receivedAt;
    for (const operation of possibleOperations(dossier, { actor, context, at }))
      if (!offers.has(operation)) offers.set(operation, { actor, latest });
  }
  return offers;
}

async function tryOperation(dossier: DossierRecord, operation: Operation, offers: Offers): Promise<boolean> {
  const offer = offers.get(operation);
  if (!offer || (operation === 'pay' && dossier.finance.state !== 'due')) return false;
  const body = operationBodies[operation].parse(BODIES[operation]!(dossier, offer.latest));
  return attempt(operation, () =>
    operate(office.runtime, {
      code: dossier.code,
      operation,
      body: body as never,
      asker: asker(offer.actor),
      language: 'vi',
    }),
  );
}

async function complete(task: OpenTaskRecord): Promise<void> {
  const actor = STAFF.map((username) => office.actor(username)).find(
    (each) => isMine(each, task) || (!task.assignee && isCandidate(each, task)),
  );
  if (!actor) throw new Error(`nobody for ${task.element}`);
  const form = task.form && (await office.runtime.catalogue.formVersion(task.form.key, task.form.version));
  await attempt('complete', () =>
    completeTaskById(office.runtime, {
      id: task.id,
      body: { output: form?.sample() ?? {}, attachments: [] },
      asker: asker(actor),
      language: 'vi',
    }),
  );
}

/** What the law refuses is counted; anything else is a bug. */
async function attempt(what: string, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    count(done, what);
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    count(refused, `${what} ${error.code}`);
    return false;
  }
}

/** Intakes and looks in the order of their moments. */
async function liveThrough(): Promise<void> {
  const span = LAST_INTAKE - START;
  const agenda: { at: number; code?: string }[] = Array.from({ length: DOSSIERS }, () => ({
    at: inOfficeHours(START + chance() * span),
  }));
  const slept = new Set<string>();
  agenda.sort(soonest);
  for (let next = agenda.shift(); next; next = agenda.shift()) {
    for (const { from, to } of OUTAGES) {
      if (next.at < from || slept.has(to)) continue;
      slept.add(to);
      await office.moveTo(iso(from));
      await office.sleepUntil(to);
    }
    const now = office.runtime.clock.now();
    if (next.at > now) await office.moveTo(iso(next.at));
    const code = next.code ?? (await takeInOne());
    const isOpen = next.code === undefined || (await lookAt(code));
    const at = inOfficeHours(Math.max(next.at, now) + untilNextLook());
    if (isOpen && at < END) insert(agenda, { at, code });
  }
  await office.moveTo(iso(END));
  await office.catchUp();
}

/** Most people come while the office is open; a filing at night is online or counts from the morning. */
const inOfficeHours = (moment: number): number => {
  const day = Math.floor(moment / DAY) * DAY;
  return chance() < 0.1 ? Math.round(moment) : day + Math.round(chance() * 9 * 60) * 60_000;
};

const soonest = (left: { at: number }, right: { at: number }) => left.at - right.at;

function insert(agenda: { at: number; code?: string }[], entry: { at: number; code: string }): void {
  const index = agenda.findIndex(({ at }) => at > entry.at);
  agenda.splice(index < 0 ? agenda.length : index, 0, entry);
}

async function everyDossier(): Promise<DossierRecord[]> {
  const dossiers: DossierRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await office.runtime.dossiers.find({ limit: 1000, ...(cursor && { cursor }) });
    dossiers.push(...page.items.map(({ doc }) => doc));
    cursor = page.next;
  } while (cursor);
  return dossiers;
}

/** S4 Đ.14.4 on the limits of the sample procedures, as their decisions name them. */
const LIMITS: Record<string, PaperLimit> = {
  [CERTIFICATION]: { kind: 'same-day' },
  [HOUSE_PERMIT]: { days: 15, kind: 'calendar' },
  [INVESTMENT]: { days: 17, kind: 'working' },
};

/** From the dossier's history alone. */
async function recounted({ code, procedure }: DossierRecord) {
  const records = await historyOf(office.runtime, code);
  const lines = records.flatMap(({ at, entries }) => entries.map((entry) => ({ ...entry, at })));
  return { lines, dueAt: dueByHand(lines, LIMITS[procedure.code]!) };
}

const dateInVietnam = (instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(instant));

describe('a scripted year', () => {
  beforeAll(async () => {
    office = await buildOffice(iso(START));
    await liveThrough();
  }, 600_000);
  afterAll(() => office.close());

  it('sees everything that can befall a dossier', async () => {
    const dossiers = await everyDossier();

    expect(dossiers).toHaveLength(DOSSIERS);
    expect([...done.keys()].sort()).toEqual([...Object.keys(BODIES), 'complete'].sort());
    expect(new Set(dossiers.map(({ procedure }) => procedure.code)).size).toBe(3);
    expect([...refused.keys()].filter((what) => /not-found|wrong-form/.test(what))).toEqual([]);
  });

  it('breaks no invariant', async () => {
    const store = openSqliteSnapshot({ folder: office.folder });
    const blobs = await openFileBlobs({ folder: join(office.folder, 'blobs'), isShared: true });
    const findings: unknown[] = [];
    for await (const finding of brokenInvariants({ store, blobs })) findings.push(finding);
    store.close();

    expect(findings).toEqual([]);
  }, 300_000);

  it('has every due date that a clerk counts from the history on paper', async () => {
    const differing: unknown[] = [];
    for (const dossier of await everyDossier()) {
      const { dueAt } = await recounted(dossier);
      if (dueAt !== dossier.clock?.dueAt) differing.push([dossier.code, dueAt, dossier.clock?.dueAt]);
    }

    expect(differing).toEqual([]);
  }, 120_000);

  it('counts early, on time and late as a clerk does with a paper calendar', async () => {
    const recount = { early: 0, onTime: 0, late: 0 };
    for (const dossier of await everyDossier()) {
      const { lines, dueAt } = await recounted(dossier);
      const last = lines.findLast(({ type, after }) => type === 'status' && after !== 'returned');
      if (last?.after !== 'resolved' || !dueAt) continue;
      const [result, due] = [dateInVietnam(last.at), dateInVietnam(dueAt)];
      recount[result < due ? 'early' : result === due ? 'onTime' : 'late'] += 1; // S4 Đ.14.4
    }

    const { total } = await readReport(
      { runtime: office.runtime, projector: { catchUp: office.catchUp } },
      { report: 'resolution', from: '2026-01-01', to: '2027-12-31', by: 'unit', language: 'vi' },
    );

    expect(total.resolved).toEqual({ total: recount.early + recount.onTime + recount.late, ...recount });
    expect(Math.min(recount.early, recount.onTime, recount.late)).toBeGreaterThan(0);
    expect(total.received.total).toBe(
      total.resolved.total + total.pending.total + total.suspended + total.stopped,
    );
  }, 120_000);

  it('tells each breach once, whatever was missed', async () => {
    const doubled: string[] = [];
    for (const { code } of await everyDossier()) {
      const told = (await historyOf(office.runtime, code)).flatMap(({ entries }) =>
        entries.flatMap(({ type, after }) =>
          type === 'overdue' || type === 'delay-foreseen'
            ? [`${type} ${(after as { dueAt: string }).dueAt}`]
            : [],
        ),
      );
      if (new Set(told).size !== told.length) doubled.push(code);
    }

    expect(doubled).toEqual([]);
  });
});
