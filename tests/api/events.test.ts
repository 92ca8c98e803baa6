import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { openEventStream } from '../support/event-stream.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const listen = async (username: string) => openEventStream(await server.as(username));

describe('the stream of events', () => {
  it('tells those whose unit a dossier came to, after it is stored', async () => {
    const counter = await server.as('motcua');
    const stream = await listen('motcua');

    const { body } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
    const event = await stream.next();

    expect(stream.type).toContain('text/event-stream');
    expect(event).toMatchObject({ type: 'dossier', dossier: body.code });
    expect((await stream.next()).task).toBe(body.tasks[0].id);
    await stream.close();
  });

  it('tells nobody else', async () => {
    const counter = await server.as('motcua');
    const citizen = await listen('congdan');
    const own = await server.as('congdan');
    await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
    const application = await buildApplication(counter, HOUSE_PERMIT, { channel: 'online' });

    const { body } = await own.post('/dossiers', application);

    expect((await citizen.next()).dossier).toBe(body.code);
    await citizen.close();
  });

  it('ends for one who does not read it, before it fills the memory', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const cookie = (await server.as('admin')).cookie();
    socket.write(`GET /api/v1/events HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\n\r\n`);
    await once(socket, 'data');
    socket.pause();
    const isOver = new Promise<string>((resolve) => socket.on('error', () => resolve('cut off')));

    const { live } = server.server.runtime;
    for (let told = 0; told < 64; told += 1) {
      live.tell({ type: 'dossier', dossier: 'x'.repeat(1_000_000), at: '' }, { units: [] });
    }
    socket.resume();
    const end = await Promise.race([isOver, once(socket, 'close').then(() => 'cut off')]);

    expect(end).toBe('cut off');
    expect(socket.bytesRead).toBeLessThan(32_000_000);
  });

  it('requires a session', async () => {
    expect((await server.anonymous.get('/events')).status).toBe(401);
  });
});
