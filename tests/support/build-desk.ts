/** One accepted dossier on a runtime of its own in memory, with units, people, rules and steps of the test's choice. */
import { type Limit, startClock } from '../../calendar/index.ts';
import type { StepInfo } from '../../engine/types.ts';
import { systemActor } from '../../server/access/actor.ts';
import type { Person } from '../../server/access/organisation.ts';
import { manualClock } from '../../server/clock.ts';
import type { Unit } from '../../server/contract/access.ts';
import { putProcedure } from '../../server/contract/catalogue.ts';
import { listEntries } from '../../server/dossiers/list-entries.ts';
import type { DossierRecord, OpenTaskRecord } from '../../server/dossiers/records.ts';
import { liveHub } from '../../server/events/live-hub.ts';
import { jobQueue } from '../../server/jobs/job-queue.ts';
import { jobSpec } from '../../server/jobs/records.ts';
import { loadContext } from '../../server/runtime/load-context.ts';
import type { CompiledVersion, ProcedureSettings } from '../../server/runtime/ports.ts';
import { openRuntime, type Runtime } from '../../server/runtime/runtime.ts';
import { beginTurn, type Turn } from '../../server/runtime/turn.ts';
import type { BlobStore } from '../../server/store/blobs/blob-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { Write } from '../../server/store/store.ts';
import { buildCalendar, local } from './build-calendar.ts';

/** Monday 01/06/2026, 09:00 in Việt Nam: no holiday lies in this month. */
export const RECEIVED = local('2026-06-01 09:00');
export const CODE = 'H01.1-260601-0001';

const unit = (id: string, parent?: string): Unit => ({
  id,
  name: `Đơn vị ${id}`,
  code: id,
  kind: 'department',
  ...(parent && { parent }),
});

/** A province with its counter, two departments of two divisions each, and a commune. */
export const UNITS: Unit[] = [
  unit('tinh'),
  unit('mot-cua', 'tinh'),
  unit('so-xd', 'tinh'),
  unit('so-xd-cap-phep', 'so-xd'),
  unit('so-xd-tham-dinh', 'so-xd'),
  unit('so-tc', 'tinh'),
  unit('so-tc-gia', 'so-tc'),
  unit('phuong', 'tinh'),
];

const person = (id: string, unit: string, title?: string): Person => ({
  id,
  username: id,
  name: `Người ${id} (mẫu)`,
  positions: [{ unit, role: 'leader' }],
  ...(title && { title }),
});

/** Heads of the counter and of one department; the head of a division is the department's. */
export const HEADS = [person('truong-mot-cua', 'mot-cua'), person('giam-doc', 'so-xd', 'Giám đốc')];

export const buildTask = (changes: Partial<OpenTaskRecord> = {}): OpenTaskRecord => ({
  id: `${CODE}-1`,
  version: 0,
  instance: 'main',
  occurrence: '1',
  element: 'ThamDinh',
  name: 'Thẩm định',
  unit: 'so-xd-cap-phep',
  unitName: 'Đơn vị so-xd-cap-phep',
  role: 'specialist',
  openedAt: RECEIVED,
  performer: {},
  ...changes,
});

export const buildStep = (id: string, changes: Partial<StepInfo> = {}): StepInfo => ({
  id,
  name: id,
  kind: 'user',
  performer: {},
  documents: [],
  actions: [],
  ...changes,
});

export function buildDossier(
  changes: Partial<DossierRecord> = {},
  limit: Limit = { amount: 10, unit: 'working-days' },
): DossierRecord {
  const settings = buildProcedure({});
  const clock = startClock({
    calendar: buildCalendar(),
    limit,
    at: RECEIVED,
    reason: '',
    actor: 'motcua',
  });
  const templates = ['extension', 'apology'].map((kind) => [kind, { version: 1, title: kind }] as const);
  return {
    code: CODE,
    procedure: { code: settings.code, name: settings.name, field: '' },
    pins: { procedure: 1, process: 1, forms: {}, templates: Object.fromEntries(templates), settings },
    units: {
      receiving: 'mot-cua',
      receivingName: 'Một cửa',
      competent: 'so-xd-cap-phep',
      competentName: 'Phòng Cấp phép',
      returning: 'mot-cua',
    },
    involved: ['mot-cua', 'so-xd-cap-phep'],
    status: 'in_progress',
    statusCode: 4,
    finance: { state: 'none', items: [], payments: [] },
    delivery: { state: 'not-ready', method: 'counter' },
    sync: { state: 'not-needed' },
    channel: 'counter',
    applicant: { kind: 'person', fullName: 'Nguyễn Văn A (mẫu)' },
    form: {},
    attachments: [],
    setCount: 1,
    filedAt: RECEIVED,
    receivedAt: RECEIVED,
    acceptedAt: RECEIVED,
    openDueAt: clock.dueAt,
    clock,
    supplements: 0,
    instances: {},
    subscriptions: [],
    jobs: {},
    openTasks: [],
    performedBy: {},
    handovers: [],
    lyingAt: 'so-xd-cap-phep',
    counts: { tasks: 1, events: 0, documents: 0, jobs: 0 },
    search: [],
    ...changes,
  };
}

const buildProcedure = (policies: object): ProcedureSettings => ({
  ...putProcedure.parse({
    name: 'Cấp phép (mẫu)',
    unit: 'so-xd-cap-phep',
    receivingUnits: ['mot-cua'],
    timeLimit: { amount: 10, unit: 'working-days' },
    form: 'don',
    policies,
  }),
  code: '1.000001',
  version: 1,
});

export interface Desk {
  runtime: Runtime;
  moveTo(moment: string): void;
  put(dossier: DossierRecord): Promise<void>;
  read(code?: string): Promise<DossierRecord>;
  /** everything its history tells, in order, of one type where one is named */
  told(type?: string): Promise<{ type: string; after?: unknown }[]>;
  /** the calendar becomes another one */
  keepCalendar(calendar: ReturnType<typeof buildCalendar>): void;
  /** a turn of the system on this dossier, as a command would begin it */
  turn(dossier: DossierRecord): Promise<Turn>;
  close(): Promise<void>;
}

export function buildDesk({
  policies = {},
  steps = [],
  heads = HEADS,
}: {
  policies?: object;
  steps?: StepInfo[];
  heads?: Person[];
} = {}): Desk {
  const clock = manualClock(Date.parse(RECEIVED));
  const store = openSqliteStore({ folder: ':memory:' });
  store.collection(jobSpec);
  const settings = buildProcedure(policies);
  const process = { id: 'main', name: 'main', steps };
  const version: CompiledVersion = {
    procedure: settings.code,
    version: 1,
    process,
    processes: { other: { id: 'other', name: 'other', steps: [] }, main: process },
    xml: '',
  };
  let calendar = buildCalendar();
  const runtime = openRuntime({
    store,
    clock,
    catalogue: {
      procedure: async () => settings,
      procedures: async () => [settings],
      publishedProcess: async () => version,
      processVersion: async () => version,
      publishedForm: async () => null,
      formVersion: async () => null,
      publishedTemplate: async () => null,
      templateVersion: async () => null,
    },
    organisation: {
      unit: async (id) => UNITS.find((each) => each.id === id) ?? null,
      units: async () => UNITS,
      person: async (id) => heads.find((each) => each.id === id) ?? null,
      holders: async (role, at) =>
        heads.filter(({ positions }) => positions.some((held) => held.role === role && held.unit === at)),
      forget: () => undefined,
    },
    calendars: { of: async () => calendar },
    // Nothing here has attachments.
    blobs: {} as BlobStore,
    jobs: jobQueue({ clock, nudge: () => undefined }),
    live: liveHub(),
    connectors: {},
    publicUrl: 'https://motcua.example.vn',
  });
  const pinned = (dossier: DossierRecord) => ({ ...dossier, pins: { ...dossier.pins, settings } });
  const read = async (code = CODE) => (await runtime.dossiers.get(code))!.doc;
  return {
    runtime,
    moveTo: (moment) => clock.moveTo(Date.parse(moment)),
    put: async (dossier) => {
      const rows = [...listEntries(dossier)].map(
        ([id, doc]): Write => ({ op: 'insert', collection: 'dossier-list', id, doc }),
      );
      const doc = pinned(dossier);
      await store.commit([{ op: 'insert', collection: 'dossiers', id: doc.code, doc }, ...rows]);
    },
    read,
    told: async (type) => {
      const sort = ['dossier', 'seq'].map((field) => ({ field, direction: 'asc' as const }));
      const { items } = await runtime.history.find({ where: { dossier: CODE }, sort });
      return items.flatMap(({ doc }) => doc.entries).filter((entry) => !type || entry.type === type);
    },
    keepCalendar: (other) => {
      calendar = other;
    },
    turn: async (dossier) =>
      beginTurn({
        dossier: pinned(dossier),
        version: 1,
        at: new Date(clock.now()).toISOString(),
        actor: systemActor,
        context: await loadContext(runtime, pinned(dossier), systemActor),
      }),
    close: async () => {
      await store.close();
    },
  };
}
