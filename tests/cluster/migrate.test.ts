import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { copyToMongo } from '../../server/store/migration/copy-to-mongo.ts';
import { openMongoStore } from '../../server/store/mongo/open-mongo-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { dropDatabase, freshDatabase } from '../support/fresh-database.ts';
import { onMongodb } from '../support/on-mongodb.ts';
import { runCli } from '../support/run-cli.ts';
import { startProcess } from '../support/server-process.ts';
import { startServer } from '../support/start-server.ts';

const THINGS = { name: 'things', indexes: [] };
const FRIDAY = '2026-04-17T03:00:00.000Z';

onMongodb('moving an embedded store to MongoDB', (uri) => {
  it('takes everything along, and the work goes on there', async () => {
    const database = freshDatabase(uri);
    const folder = await mkdtemp(join(tmpdir(), 'motcua-move-'));
    const before = await startProcess({ folder, now: FRIDAY });
    const counter = await before.as('motcua');
    const application = await buildApplication(counter, HOUSE_PERMIT);
    const [task] = (await counter.post('/dossiers', application)).body.tasks;
    const { code } = (await counter.post('/dossiers', application)).body;
    const { body: stood } = await counter.get(`/dossiers/${code}`);
    await before.stop();

    const moved = await runCli(['migrate', '--from', folder, '--to', database]);
    const again = await runCli(['migrate', '--from', folder, '--to', database]);
    const after = await startServer({ now: FRIDAY, mongodbUri: database });
    const client = await after.as('motcua');
    const { body: stands } = await client.get(`/dossiers/${code}`);
    const { sample } = (await client.get(`/tasks/${task.id}`)).body;
    const completed = await client.post(`/tasks/${task.id}/complete`, { output: sample });
    const next = (await client.post('/dossiers', application)).body.code as string;
    await after.close();
    await dropDatabase(database);
    await rm(folder, { recursive: true, force: true });

    expect(moved).toMatchObject({ code: 0, out: '' });
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('đã có dữ liệu') });
    expect(stands).toMatchObject({ form: stood.form, dueAt: stood.dueAt, openTasks: stood.openTasks });
    expect(completed.status).toBe(200);
    expect(Number(next.slice(-4))).toBe(Number(code.slice(-4)) + 1);
  }, 120_000);

  it('takes along a list named like what every object has', async () => {
    const database = freshDatabase(uri);
    const folder = await mkdtemp(join(tmpdir(), 'motcua-move-'));
    const doc = { constructor: [{ name: 'mẫu' }] };
    const from = openSqliteStore({ folder });
    from.collection(THINGS);
    await from.commit([{ op: 'insert', collection: 'things', id: 'a', doc }]);
    await from.close();

    const { documents } = await copyToMongo({ folder, uri: database });
    const to = await openMongoStore({ uri: database });
    const arrived = await to.collection(THINGS).get('a');
    await to.close();
    await dropDatabase(database);
    await rm(folder, { recursive: true, force: true });

    expect(documents).toBe(1);
    expect(arrived?.doc).toEqual(doc);
  });
});
