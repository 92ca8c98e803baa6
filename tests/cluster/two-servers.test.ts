import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { brokenInvariants } from '../../server/cli/invariants.ts';
import { jobSpec } from '../../server/jobs/records.ts';
import { openMongoBlobs } from '../../server/store/blobs/open-mongo-blobs.ts';
import { openMongoSnapshot } from '../../server/store/mongo/open-mongo-snapshot.ts';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { openEventStream } from '../support/event-stream.ts';
import { dropDatabase, freshDatabase } from '../support/fresh-database.ts';
import { onMongodb } from '../support/on-mongodb.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

const FRIDAY = '2026-04-17T03:00:00.000Z';
/** A working day after the house permits fell due. */
const OVERDUE = '2026-05-05T10:00:00.000Z';
const INTAKES = 20;

onMongodb('two servers on one MongoDB', (uri) => twoServers(freshDatabase(uri)));

function twoServers(database: string) {
  let first: TestServer;
  let second: TestServer;
  const printed: string[] = [];
  const printPdf = async (html: string) => {
    printed.push(html);
    return new TextEncoder().encode('%PDF-1.4\n');
  };
  beforeAll(async () => {
    first = await startServer({ now: FRIDAY, mongodbUri: database, printPdf });
    second = await startServer({ now: FRIDAY, mongodbUri: database, printPdf });
  }, 60_000);
  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
    await dropDatabase(database);
  }, 60_000);

  it('know a session that began at the other, and its end', async () => {
    const { cookie, post } = await first.as('vanphong');
    const asks = async () => (await second.anonymous.get('/session', { cookie: cookie() })).status;
    expect(await asks()).toBe(200);

    const left = await first.anonymous.delete('/session', { cookie: cookie() });

    expect([left.status, await asks()]).toEqual([204, 401]);
    expect((await post('/session', { username: 'vanphong', password: 'Motcua@2026' })).status).toBe(200);
  });

  it('number dossiers without gap or double, and print each receipt once', async () => {
    const clients = await Promise.all([first.as('motcua'), second.as('motcua')]);
    const application = await buildApplication(clients[0]!, HOUSE_PERMIT);

    const answers = await Promise.all(
      Array.from({ length: INTAKES }, (_, index) => clients[index % 2]!.post('/dossiers', application)),
    );
    await Promise.all([first.server.jobs.drain(), second.server.jobs.drain()]);

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const serials = answers.map(({ body }) => Number(body.code.slice(-4))).sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, index) => index + 1));
    const receipts = answers
      .map(({ body }) => body.code as string)
      .map((code) => timesPrinted(printed, code));
    expect(receipts).toEqual(answers.map(() => 1));
  }, 60_000);

  it('tell screens at the other what has changed, also those that come back', async () => {
    const [counter, elsewhere] = [await first.as('motcua'), await second.as('motcua')];
    const application = await buildApplication(counter, HOUSE_PERMIT);
    const stream = await openEventStream(elsewhere);
    const before = await stream.mark();

    const { body } = await counter.post('/dossiers', application);
    const heard = await stream.nextOf(body.code);
    await stream.close();
    const again = await openEventStream(counter, before);

    expect(heard).toMatchObject({ type: 'dossier', dossier: body.code });
    expect(await again.nextOf(body.code)).toEqual(heard);
    await again.close();
  }, 60_000);

  it('ring each alarm once, and leave a store without a finding', async () => {
    const clients = [await first.as('admin'), await second.as('admin')];

    await Promise.all(clients.map((admin) => admin.post('/admin/clock', { now: OVERDUE })));
    await Promise.all([first.server.jobs.drain(), second.server.jobs.drain()]);

    const { body } = await clients[0]!.get('/dossiers?limit=100');
    const overdue = await Promise.all(
      body.items.map(async ({ code }: { code: string }) => {
        const { items } = (await clients[1]!.get(`/dossiers/${code}/history`)).body;
        return items.filter(({ type }: { type: string }) => type === 'overdue').length;
      }),
    );
    expect(overdue.length).toBeGreaterThan(INTAKES);
    expect(overdue).toEqual(overdue.map(() => 1));
    expect(await deadJobs(first)).toEqual([]);
    expect(await findings(database)).toEqual([]);
  }, 120_000);
}

const timesPrinted = (printed: string[], code: string): number =>
  printed.filter((html) => html.includes(code)).length;

async function deadJobs({ server }: TestServer) {
  const page = await server.store.collection(jobSpec).find({ where: { state: 'dead' } });
  return page.items;
}

async function findings(database: string) {
  const store = await openMongoSnapshot({ uri: database });
  const blobs = await openMongoBlobs({ uri: database });
  const found: unknown[] = [];
  for await (const finding of brokenInvariants({ store, blobs })) found.push(finding);
  await Promise.all([store.close(), blobs.close()]);
  return found;
}
