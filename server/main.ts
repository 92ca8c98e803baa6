/** The only place where the parts are wired together. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { readSampleProvince, SAMPLE_PROVINCE, seedProvince } from '../seeds/load.ts';
import { createPrinter } from '../templates/printer/printer.ts';
import { renderInWorker } from '../templates/worker/index.ts';
import { createAuthenticator } from './access/authenticate.ts';
import { openLookUpLog } from './access/look-up-log.ts';
import { accessMessages } from './access/messages.ts';
import { openAccess } from './access/open-access.ts';
import { accessRoutes } from './access/routes.ts';
import { sealAudit } from './access/seal-audit.ts';
import { sessionSecret, sharedSessionSecret } from './access/session-secret.ts';
import { SessionStore } from './access/session-store.ts';
import { sweepAccess } from './access/sweep-access.ts';
import { backupMessages } from './backups/messages.ts';
import { openBackups } from './backups/open-backups.ts';
import { backupRoutes } from './backups/routes.ts';
import { watchBackups } from './backups/watch-backups.ts';
import { calendarMessages } from './calendar/messages.ts';
import { openCalendars } from './calendar/open-calendars.ts';
import { calendarYearSpec } from './calendar/records.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { catalogueMessages } from './catalogue/messages.ts';
import { openCatalogue } from './catalogue/open-catalogue.ts';
import { rememberPublications } from './catalogue/remember-publications.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { runtimeCatalogue } from './catalogue/runtime-catalogue.ts';
import { secondOpinion } from './catalogue/second-opinion/opinion.ts';
import { runInChild } from './catalogue/second-opinion/run-in-child.ts';
import { type Clock, isoNow, systemClock } from './clock.ts';
import { keepClock, openKeptClock } from './deadlines/kept-clock.ts';
import { deadlineMessages } from './deadlines/messages.ts';
import { recountKind } from './deadlines/recount/recount-kind.ts';
import { clockRoutes } from './deadlines/routes.ts';
import { WATCH_JOB } from './deadlines/watch/arm-watch.ts';
import { watchHandler } from './deadlines/watch/keep-watch.ts';
import { batchHandler } from './documents/batches/print-batch.ts';
import { BATCH_JOB } from './documents/batches/records.ts';
import { batchRoutes } from './documents/batches/routes.ts';
import { documentMessages } from './documents/messages.ts';
import { previewData } from './documents/preview-data.ts';
import { type PrintPdf, printHandler } from './documents/print-document.ts';
import { PRINT_JOB } from './documents/print-job.ts';
import { documentRoutes } from './documents/routes.ts';
import { readKeySettings } from './documents/signatures/settings.ts';
import { openSigningKeys } from './documents/signatures/signing-keys.ts';
import { wordRoutes } from './documents/word/routes.ts';
import type { BulkKinds } from './dossiers/bulk/bulk-kind.ts';
import { bulkHandler } from './dossiers/bulk/do-step.ts';
import { bulkMessages } from './dossiers/bulk/messages.ts';
import { bulkRoutes } from './dossiers/bulk/routes.ts';
import { BULK_JOB } from './dossiers/bulk/step-job.ts';
import { followedVersions } from './dossiers/followed-versions.ts';
import { incidentMessages } from './dossiers/incidents/messages.ts';
import { incidentRoutes } from './dossiers/incidents/routes.ts';
import { jumpMessages } from './dossiers/jump/messages.ts';
import { jumpRoutes } from './dossiers/jump/routes.ts';
import { dossierMessages } from './dossiers/messages.ts';
import { migrationKind } from './dossiers/migration/migration-kind.ts';
import { migrationRoutes } from './dossiers/migration/routes.ts';
import { dossierRoutes } from './dossiers/routes.ts';
import type { Environment } from './environment.ts';
import { liveHub } from './events/live-hub.ts';
import { eventRoutes } from './events/routes.ts';
import { sharedLiveHub } from './events/shared-live-hub.ts';
import { addGauges } from './gauges.ts';
import { startHousekeeping } from './housekeeping.ts';
import { createApp } from './http/app.ts';
import type { Endpoint } from './http/endpoint.ts';
import { loadGate } from './http/load-gate.ts';
import { watchLoop } from './http/loop-delay.ts';
import { createMetrics } from './http/metrics.ts';
import { closed, listen, openPort } from './http/port.ts';
import { integrationMessages } from './integration/messages.ts';
import { blobRoutes } from './integration/routes.ts';
import { jobQueue } from './jobs/job-queue.ts';
import { jobMessages } from './jobs/messages.ts';
import { jobRoutes } from './jobs/routes.ts';
import { type JobRunner, startJobRunner } from './jobs/start-job-runner.ts';
import { messageMessages } from './messages/messages.ts';
import { messageRoutes } from './messages/routes.ts';
import { gatewayOutlet } from './notifications/gateway-outlet.ts';
import { NOTIFY_JOB } from './notifications/notify-job.ts';
import { noticeRoutes } from './notifications/routes.ts';
import { MESSAGE_JOB, sendMessage } from './notifications/send-message.ts';
import { smtpOutlet } from './notifications/smtp-outlet.ts';
import { sweepNotices } from './notifications/sweep-notices.ts';
import { tellPeople } from './notifications/tell-people.ts';
import { packageRoot } from './package-root.ts';
import { portalMessages } from './portal/messages.ts';
import { portalRoutes } from './portal/routes.ts';
import { startProjector } from './reports/projector.ts';
import { reportRoutes } from './reports/routes.ts';
import { processJobHandlers } from './runtime/job-handlers.ts';
import { openRuntime, type Runtime } from './runtime/runtime.ts';
import { fillEmptyStore, type Seeded } from './seeding/fill-empty-store.ts';
import { storeMessages } from './store/messages.ts';
import { openStorage } from './store/open-storage.ts';
import type { Storage } from './store/storage.ts';
import type { Store } from './store/store.ts';
import { watchedStore } from './store/watched-store.ts';
import { taskMessages } from './tasks/messages.ts';
import { taskRoutes } from './tasks/routes.ts';

export interface ServerOptions extends Environment {
  /** the law's clock; by default what `clock` of the environment says */
  lawClock?: Clock;
  /** the machine's clock: sessions, locks */
  wallClock?: Clock;
  /** prints papers; Chromium when absent */
  printPdf?: PrintPdf;
  /** answers that break their own schema fail: for tests */
  checksAnswers?: boolean;
  /** false: timers, letters and papers to print wait as they are; for a look at a copy */
  doesJobs?: boolean;
  /** the embedded store writes in a thread of its own */
  hasWriterThread?: boolean;
  /** CPU, memory and event loop in `/metrics`: once a process */
  processMetrics?: boolean;
}

export interface RunningServer {
  /** where it listens */
  url: string;
  endpoints: Endpoint[];
  clock: Clock;
  store: Store;
  jobs: JobRunner;
  /** takes commands from a program that embeds the server */
  runtime: Runtime;
  /** accounts and their password, when this start filled the store */
  seeded?: Seeded;
  /** takes nothing new, finishes what runs, closes the store */
  stop(): Promise<void>;
}

/**
 * Takes its port first, so that papers can name its address and a taken port is told at once; answers
 * 503 until everything is open and an empty store filled.
 */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const { http, serve } = openPort();
  const url = await listen(http, options);
  try {
    const { app, ...parts } = await open(options, url);
    serve(app);
    return {
      url,
      ...parts,
      stop: () => parts.stop(() => closed(http)),
    };
  } catch (fault) {
    await closed(http);
    throw fault;
  }
}

/** Opens the store, then every part on it. */
async function open(options: ServerOptions, url: string) {
  await mkdir(options.dataDir, { recursive: true });
  const storage = await openStorage(options);
  try {
    return await openParts({ storage, options, url });
  } catch (fault) {
    await storage.close();
    throw fault;
  }
}

/** Opens every part and joins them. */
async function openParts({
  storage,
  options,
  url,
}: {
  storage: Storage;
  options: ServerOptions;
  url: string;
}) {
  const logger = pino({ level: options.logLevel, base: null });
  const wallClock = options.wallClock ?? systemClock;
  const store = watchedStore(storage.store);
  const clock =
    options.lawClock ??
    (options.clock === 'manual' ? await openKeptClock(store, wallClock.now()) : systemClock);
  const { blobs } = storage;
  const printer = createPrinter({
    pages: PAGES_AT_ONCE,
    ...(options.chromePath && { chromePath: options.chromePath }),
  });

  const print = options.printPdf ?? printer.print;

  const access = openAccess({ store, clock, wallClock });
  const lookUps = openLookUpLog(access, (fault) => logger.error({ err: fault }, 'look-ups not written'));
  const calendars = openCalendars({ store, clock });
  store.onWrite([calendarYearSpec.name], calendars.forget);
  const catalogue = openCatalogue({
    store,
    clock,
    wallClock,
    organisation: access.organisation,
    printHtml: print,
    paperDataOf: (dossier, kind) => previewData(store, dossier, kind),
    calendarOf: (unit) => calendars.of(unit),
    askSecondOpinion: secondOpinion(runInChild),
    followedVersions: (procedure) => followedVersions(store, procedure),
  });
  const seeded = await fillEmptyStore(
    { access, catalogue, calendars },
    { environment: options, plant: plantSampleProvince },
  );

  const live = storage.isShared
    ? sharedLiveHub({ store, onFault: (fault) => logger.error({ err: fault }, 'live events not exchanged') })
    : liveHub();
  let runner: JobRunner | undefined;
  const runtime = openRuntime({
    store,
    clock,
    catalogue: rememberPublications(runtimeCatalogue(catalogue), { store, clock }),
    organisation: access.organisation,
    calendars,
    blobs,
    jobs: jobQueue({ clock, nudge: () => runner?.nudge() }),
    live,
    connectors: {},
    ...(await signingOf(options, { logger, clock })),
    publicUrl: options.publicUrl ?? url,
  });
  const printing = { render: renderInWorker, print };
  const outlets = {
    ...(options.smtp && { email: smtpOutlet(options.smtp) }),
    ...(options.sms && { sms: gatewayOutlet(options.sms) }),
    ...(options.zalo && { zalo: gatewayOutlet(options.zalo) }),
  };
  const bulkKinds: BulkKinds = { recount: recountKind(calendars), migration: migrationKind };
  const timedJobs = {
    ...processJobHandlers(runtime),
    [BULK_JOB]: bulkHandler(runtime, bulkKinds),
    [WATCH_JOB]: watchHandler(runtime),
    [NOTIFY_JOB]: tellPeople(runtime, outlets),
  };
  const handlers = {
    ...timedJobs,
    [MESSAGE_JOB]: sendMessage(runtime, outlets),
    [PRINT_JOB]: printHandler(runtime, printing),
    [BATCH_JOB]: batchHandler(runtime, printing),
  };
  const loop = watchLoop({ cores: Math.max(1, availableParallelism() - PAGES_AT_ONCE) });
  const gate = loadGate({ requests: options.maxRequests, isLate: loop.isLate });
  runner = startJobRunner({
    store,
    clock,
    owner: randomUUID(),
    log: logger,
    handlers: (options.doesJobs ?? true) ? handlers : {},
    concurrency: JOBS_AT_ONCE,
    unheld: storage.isShared ? [] : [NOTIFY_JOB],
    background: { places: { [PRINT_JOB]: PAPERS_AT_ONCE }, isBusy: loop.isFull },
  });
  const jobs = runner;
  const projector = startProjector({
    store,
    onFault: (fault) => logger.error({ err: fault }, 'statistics not counted'),
  });

  const scheduled = storage.isShared ? undefined : await openBackups(options, { wallClock, logger });

  const endpoints = [
    ...accessRoutes(access, lookUps),
    ...catalogueRoutes(catalogue),
    ...calendarRoutes(calendars, access.organisation),
    ...blobRoutes({ store, blobs, clock }),
    ...dossierRoutes(runtime),
    ...migrationRoutes(runtime),
    ...incidentRoutes(runtime),
    ...jumpRoutes(runtime),
    ...messageRoutes(runtime),
    ...bulkRoutes(runtime, bulkKinds),
    ...taskRoutes(runtime),
    ...documentRoutes(runtime, printing),
    ...batchRoutes(runtime),
    ...wordRoutes(runtime),
    ...portalRoutes({ runtime, catalogue }),
    ...eventRoutes({ live }),
    ...noticeRoutes(runtime),
    ...reportRoutes({ runtime, projector }),
    ...backupRoutes({ scheduled, store, clock }),
    ...jobRoutes({ store, clock, jobs: runtime.jobs }),
    ...clockRoutes({
      clock,
      keep: () => keepClock(store, clock),
      runner: jobs,
      types: Object.keys(timedJobs),
    }),
  ];
  const sessions = new SessionStore({ store, clock: wallClock });
  const housekeeping = startHousekeeping(
    [
      { everyMs: SWEEP_EVERY_MS, work: () => sweepAccess(access, sessions) },
      {
        everyMs: SWEEP_EVERY_MS,
        work: async () => {
          while ((await sweepNotices(runtime)) > 0);
        },
      },
      { everyMs: SEAL_EVERY_MS, work: () => sealAudit(store, logger) },
      ...(scheduled ? [{ everyMs: BACKUP_LOOK_MS, work: scheduled.keeper.tick }] : []),
      // What another server published or entered is seen a little later here.
      ...(storage.isShared ? [{ everyMs: FRESH_MS, work: store.wroteElsewhere }] : []),
    ],
    logger,
  );
  const metrics = createMetrics({ ofProcess: options.processMetrics ?? false });
  if (scheduled) watchBackups(metrics, scheduled.keeper);
  addGauges(metrics, { runtime, gate });

  const webFolder = join(packageRoot(), 'dist/web');
  const app = createApp({
    endpoints,
    messages: {
      ...storeMessages,
      ...accessMessages,
      ...calendarMessages,
      ...catalogueMessages,
      ...integrationMessages,
      ...dossierMessages,
      ...incidentMessages,
      ...jumpMessages,
      ...messageMessages,
      ...bulkMessages,
      ...taskMessages,
      ...documentMessages,
      ...deadlineMessages,
      ...jobMessages,
      ...portalMessages,
      ...backupMessages,
    },
    authenticator: createAuthenticator(access),
    onAnswered: lookUps.note,
    sessions: {
      store: sessions,
      secret: await (storage.isShared
        ? sharedSessionSecret(store, options.sessionSecret)
        : sessionSecret(options.dataDir, options.sessionSecret)),
    },
    logger,
    metrics,
    gate,
    readiness: {
      store: () => store.ping(),
      jobs: async () => {
        await jobs.nextDueAt();
      },
    },
    ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
    ...(options.trustedProxies ? { trustedProxies: options.trustedProxies } : {}),
    ...(existsSync(webFolder) ? { webFolder } : {}),
    checksAnswers: options.checksAnswers ?? false,
  });
  return {
    app,
    endpoints,
    clock,
    store,
    jobs,
    runtime,
    ...(seeded ? { seeded } : {}),
    /** @param hangUp takes nothing new and finishes what is being answered */
    stop: async (hangUp: () => Promise<void>) => {
      live.close();
      await Promise.all([scheduled?.keeper.stop(), housekeeping.stop(), hangUp()]);
      await lookUps.write();
      await jobs.stop();
      await projector.stop();
      await live.stop();
      await sealAudit(store, logger);
      await printer.close();
      loop.stop();
      await storage.close();
    },
  };
}

/** Keys that cannot sign are told at the start; the counter works on without them. */
async function signingOf({ signing }: Environment, { logger, clock }: { logger: Logger; clock: Clock }) {
  if (!signing) return {};
  const keys = await openSigningKeys(await readKeySettings(signing));
  for (const fault of keys.faults(isoNow(clock))) logger.warn({ err: fault }, 'signing key cannot be used');
  return { signing: keys };
}

/** One core stays with people's requests. */
const PAGES_AT_ONCE = Math.min(4, Math.max(1, availableParallelism() - 1));
/** One more than is printed is being made ready. */
const PAPERS_AT_ONCE = PAGES_AT_ONCE + 1;
/** Half of the places are never taken by papers. */
const JOBS_AT_ONCE = 2 * PAPERS_AT_ONCE;
const FRESH_MS = 5_000;
/** How long a backup that is due may wait to be begun. */
const BACKUP_LOOK_MS = 60_000;
const SWEEP_EVERY_MS = 10 * 60_000;
/** How long a line of the audit trail may wait for its seal. */
const SEAL_EVERY_MS = 10_000;

async function plantSampleProvince(seeder: Parameters<typeof seedProvince>[1]): Promise<string[]> {
  const province = await readSampleProvince(join(packageRoot(), SAMPLE_PROVINCE));
  await seedProvince(province, seeder);
  return province.users.map(({ username }) => username);
}
