/** The main table of domain 7.1 by unit, procedure, field or channel (S4 Đ.14.4, 14.5, 17.1). */
import { isoNow } from '../clock.ts';
import type { Report, ReportDimension, ReportName, ReportRow } from '../contract/reports.ts';
import { localDay } from '../deadlines/local-time.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Counter, Counts } from './counts.ts';
import { add } from './fold.ts';
import { listOverdue } from './list-overdue.ts';
import type { Projector } from './projector.ts';
import { noSums, readCounters, type Sums } from './read-counters.ts';
import { type CounterRecord, counterSpec } from './records.ts';
import { REPORT_TEXTS } from './texts.ts';

export interface Reports {
  runtime: Runtime;
  projector: Pick<Projector, 'catchUp'>;
}

export interface ReportOrder {
  report: ReportName;
  from?: string | undefined;
  to?: string | undefined;
  by: ReportDimension;
  language: 'vi' | 'en';
}

/** Everything committed before the call is counted. */
export async function readReport(reports: Reports, order: ReportOrder): Promise<Report> {
  const { runtime, projector } = reports;
  const { report, by, language } = order;
  await projector.catchUp();
  const now = isoNow(runtime.clock);
  const { from, to } = spanOf(order, now);
  const sums = await readCounters(runtime.store.collection(counterSpec), { from, to }, KEYS[by]);
  const nameOf = await naming(runtime, by, language);
  const rows = [...sums].map(([key, sum]) => rowOf(key, nameOf(key), sum)).filter(HAS_ROWS[report]);
  const total = rowOf('', REPORT_TEXTS.total[language], [...sums.values()].reduce(together, noSums()));
  return {
    from,
    to,
    by,
    asOf: now,
    rows: rows.sort((left, right) => left.name.localeCompare(right.name, 'vi')),
    total,
    ...(report === 'overdue' && { dossiers: await listOverdue(runtime, now) }),
  };
}

/** The year so far, unless asked otherwise. */
export function spanOf(asked: { from?: string | undefined; to?: string | undefined }, now: string) {
  const today = localDay(now);
  const dayOf = (moment: string) => (moment.includes('T') ? localDay(moment) : moment);
  return {
    from: asked.from ? dayOf(asked.from) : `${today.slice(0, 4)}-01-01`,
    to: asked.to ? dayOf(asked.to) : today,
  };
}

const KEYS: Record<ReportDimension, (counter: CounterRecord) => string> = {
  unit: ({ unit }) => unit,
  procedure: ({ procedure }) => procedure,
  field: ({ field }) => field,
  channel: ({ channel }) => channel,
};

const isWorth = ({ received, resolved }: ReportRow): boolean => received.total > 0 || resolved.total > 0;

/** Which rows a report shows: those with anything to say about it. */
const HAS_ROWS: Record<ReportName, (row: ReportRow) => boolean> = {
  received: isWorth,
  resolution: isWorth,
  'on-time': isWorth,
  overdue: ({ pending, resolved }) => pending.overdue > 0 || resolved.late > 0,
};

function rowOf(key: string, name: string, { before, within, channels }: Sums): ReportRow {
  const all = add(before, within);
  const carriedOver = stillOpen(before);
  const received = carriedOver + (within.received ?? 0);
  const resolved = within.resolved ?? 0;
  const early = within.early ?? 0;
  const onTime = within.onTime ?? 0;
  const suspended = all.suspended ?? 0;
  const overdue = all.overdue ?? 0;
  const pending = stillOpen(all) - suspended;
  const inPeriod = (channel: keyof Sums['channels'], counter: Counter = 'received') =>
    channels[channel][counter] ?? 0;
  return {
    key,
    name,
    received: {
      total: received,
      online: inPeriod('online'),
      direct: inPeriod('counter'),
      postal: inPeriod('postal'),
      carriedOver,
    },
    resolved: { total: resolved, early, onTime, late: within.late ?? 0 },
    pending: { total: pending, inTime: pending - overdue, overdue },
    suspended,
    stopped: within.stopped ?? 0,
    returned: { total: within.returned ?? 0, postal: within.returnedByPost ?? 0 },
    ...rate('resolutionRate', resolved, received),
    ...rate('onTimeRate', early + onTime, resolved),
  };
}

/** R089, DL24: percent with one decimal. */
export const rate = <K extends string>(name: K, part: number, whole: number): { [key in K]?: number } =>
  (whole > 0 ? { [name]: Math.round((part / whole) * 1000) / 10 } : {}) as { [key in K]?: number };

const stillOpen = ({ received = 0, resolved = 0, stopped = 0 }: Counts): number =>
  received - resolved - stopped;

const together = (left: Sums, right: Sums): Sums => ({
  before: add(left.before, right.before),
  within: add(left.within, right.within),
  channels: {
    counter: add(left.channels.counter, right.channels.counter),
    online: add(left.channels.online, right.channels.online),
    postal: add(left.channels.postal, right.channels.postal),
  },
});

async function naming(
  { organisation, catalogue }: Runtime,
  by: ReportDimension,
  language: 'vi' | 'en',
): Promise<(key: string) => string> {
  const names = new Map<string, string>();
  if (by === 'unit') for (const { id, name } of await organisation.units()) names.set(id, name);
  if (by === 'procedure') for (const { code, name } of await catalogue.procedures()) names.set(code, name);
  if (by === 'channel')
    for (const [key, name] of Object.entries(REPORT_TEXTS.channels)) names.set(key, name[language]);
  return (key) => names.get(key) ?? (key || '–');
}
