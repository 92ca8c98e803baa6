/** The runtime of the sample province in this process, without HTTP and without a printer: for long stories. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSampleProvince, SAMPLE_PROVINCE, seedProvince } from '../../seeds/load.ts';
import type { Actor } from '../../server/access/actor.ts';
import { openAccess } from '../../server/access/open-access.ts';
import { userActor } from '../../server/access/to-actor.ts';
import { openCalendars } from '../../server/calendar/open-calendars.ts';
import { openCatalogue } from '../../server/catalogue/open-catalogue.ts';
import { rememberPublications } from '../../server/catalogue/remember-publications.ts';
import { runtimeCatalogue } from '../../server/catalogue/runtime-catalogue.ts';
import { manualClock, systemClock } from '../../server/clock.ts';
import { moveClock } from '../../server/deadlines/move-clock.ts';
import { WATCH_JOB } from '../../server/deadlines/watch/arm-watch.ts';
import { watchHandler } from '../../server/deadlines/watch/keep-watch.ts';
import { PRINT_JOB } from '../../server/documents/print-job.ts';
import { liveHub } from '../../server/events/live-hub.ts';
import { type JobQueue, jobQueue } from '../../server/jobs/job-queue.ts';
import { startJobRunner } from '../../server/jobs/start-job-runner.ts';
import { NOTIFY_JOB } from '../../server/notifications/notify-job.ts';
import { packageRoot } from '../../server/package-root.ts';
import { startProjector } from '../../server/reports/projector.ts';
import { processJobHandlers } from '../../server/runtime/job-handlers.ts';
import { openRuntime, type Runtime } from '../../server/runtime/runtime.ts';
import { fillEmptyStore } from '../../server/seeding/fill-empty-store.ts';
import { openFileBlobs } from '../../server/store/blobs/open-file-blobs.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { watchedStore } from '../../server/store/watched-store.ts';

export interface Office {
  runtime: Runtime;
  folder: string;
  /** a sample account */
  actor(username: string): Actor;
  /** everything that falls due on the way happens at its own time */
  moveTo(now: string): Promise<void>;
  /** the clock goes on while nobody serves; then everything that was missed happens at once */
  sleepUntil(now: string): Promise<void>;
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** Ten thousands of commits: in memory where the system has such a folder, since each is synced. */
const WORKPLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const SAMPLE = ['motcua', 'chuyenvien', 'lanhdao', 'congdan'];

/**
 * @param now what the clock shows at the start
 * @param options.workplace folder to work in; memory when absent
 * @param options.hasPaperwork papers to print and people to tell are put down too, though nobody does it
 * @param options.openStore an empty store; an embedded one when absent
 */
export async function buildOffice(
  now: string,
  {
    workplace = WORKPLACE,
    hasPaperwork = false,
    openStore = (folder) => openSqliteStore({ folder }),
  }: {
    workplace?: string;
    hasPaperwork?: boolean;
    openStore?: (folder: string) => Store | Promise<Store>;
  } = {},
): Promise<Office> {
  const folder = await mkdtemp(join(workplace, 'motcua-office-'));
  const clock = manualClock(Date.parse(now));
  const store = watchedStore(await openStore(folder));
  const blobs = await openFileBlobs({ folder: join(folder, 'blobs') });
  const access = openAccess({ store, clock, wallClock: systemClock });
  const calendars = openCalendars({ store, clock });
  const catalogue = openCatalogue({
    store,
    clock,
    wallClock: systemClock,
    organisation: access.organisation,
    printHtml: async () => new Uint8Array(),
    paperDataOf: async () => null,
    followedVersions: async () => new Set(),
    calendarOf: (unit) => calendars.of(unit),
    askSecondOpinion: async () => ({ state: 'not-asked' }),
  });
  await fillEmptyStore(
    { access, catalogue, calendars },
    { environment: { clock: 'manual', seed: 'auto' }, plant: plantSampleProvince },
  );
  // Nothing happens between the moments at which a test drains.
  const queue = jobQueue({ clock, nudge: () => undefined });
  const runtime = openRuntime({
    store,
    clock,
    catalogue: rememberPublications(runtimeCatalogue(catalogue), { store, clock }),
    organisation: access.organisation,
    calendars,
    blobs,
    jobs: hasPaperwork ? queue : withoutPaperwork(queue),
    live: liveHub(),
    connectors: {},
    publicUrl: 'https://motcua.example.vn',
  });
  const handlers = {
    ...processJobHandlers(runtime),
    [WATCH_JOB]: watchHandler(runtime),
  };
  const types = Object.keys(handlers);
  const log = { warn: throwLogged, error: throwLogged };
  const runner = startJobRunner({ store, clock, owner: 'office', log, handlers, pollMs: 2 ** 30 });
  const projector = startProjector({ store, onFault: throwLogged, everyMs: 2 ** 30 });
  const users = await access.users.find({ where: { username: { in: SAMPLE } } });
  const actors = new Map(users.items.map(({ id, doc }) => [doc.username, userActor(id, doc)]));
  return {
    runtime,
    folder,
    actor: (username) => actors.get(username)!,
    moveTo: (moment) => moveClock({ clock, runner, types }, { now: moment }),
    sleepUntil: async (moment) => {
      clock.moveTo(Date.parse(moment));
      await runner.drain({ types });
    },
    catchUp: () => projector.catchUp(),
    close: async () => {
      await projector.stop();
      await runner.stop();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function plantSampleProvince(seeder: Parameters<typeof seedProvince>[1]): Promise<string[]> {
  const province = await readSampleProvince(join(packageRoot(), SAMPLE_PROVINCE));
  await seedProvince(province, seeder);
  return province.users.map(({ username }) => username);
}

/** Papers stay pages and nobody is told: a long story is about the dossiers. */
const withoutPaperwork = (queue: JobQueue): JobQueue => ({
  ...queue,
  schedule: (job) =>
    [PRINT_JOB, NOTIFY_JOB].includes(job.type) ? queue.cancel(job.id) : queue.schedule(job),
});

/** A job that fails is a bug in a story. */
function throwLogged(details: unknown, message = ''): never {
  throw new Error(`${message} ${JSON.stringify(details)}`, { cause: (details as { err?: unknown }).err });
}
