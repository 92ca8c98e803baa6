import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { manualClock } from '../../server/clock.ts';
import { SAMPLE_PASSWORD, startServer, type TestServer } from '../support/start-server.ts';
import { signedIn, testClient } from '../support/test-client.ts';

const MINUTE = 60_000;

describe('sessions', () => {
  const wallClock = manualClock(Date.parse('2026-04-15T02:00:00Z'));
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ wallClock });
  });
  afterAll(() => server.close());

  const signIn = (username: string, password = SAMPLE_PASSWORD) =>
    testClient(server.url).post('/session', { username, password });

  it('opens with the right password, in an HttpOnly cookie, and tells who and what he may', async () => {
    const { status, body, headers } = await signIn('motcua');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      user: { username: 'motcua', roles: ['counter'] },
      mustChangePassword: false,
      manualClock: true,
    });
    expect(body.abilities).toEqual(expect.arrayContaining(['desk', 'counter']));
    expect(body.abilities).not.toContain('admin');
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it('never shows a password or its hash', async () => {
    const admin = await server.as('admin');

    const { body } = await admin.get('/users?limit=200');

    expect(JSON.stringify(body)).not.toMatch(/argon2|passwordHash/);
  });

  it('says the same for an unknown name as for a wrong password', async () => {
    const unknown = await signIn('khong-co-ai', 'x');
    const wrong = await signIn('lanhdao', 'x');

    expect(unknown.status).toBe(401);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(wrong.body.code).toBe('session.wrong-credentials');
  });

  it('gives a new session id at sign-in', async () => {
    const client = testClient(server.url);
    await client.post('/session', { username: 'chuyenvien', password: SAMPLE_PASSWORD });
    const first = client.cookie();
    await client.post('/session', { username: 'chuyenvien', password: SAMPLE_PASSWORD });

    const withTheFirst = await fetch(`${server.url}/api/v1/session`, { headers: { cookie: first } });

    expect(client.cookie()).not.toBe(first);
    expect(withTheFirst.status).toBe(401);
  });

  it('ends at sign-out', async () => {
    const client = await signedIn(server.url, { username: 'chuyenvien', password: SAMPLE_PASSWORD });

    expect((await client.delete('/session')).status).toBe(204);
    expect((await client.get('/session')).status).toBe(401);
  });

  it('is not opened by a forged cookie', async () => {
    const answer = await testClient(server.url).get('/session', { cookie: 'motcua.sid=s%3Aabc.def' });

    expect(answer.status).toBe(401);
  });

  it('refuses a write from another site although the cookie is there', async () => {
    const client = await server.as('motcua');

    const answer = await client.delete('/session', { origin: 'https://evil.example' });

    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('request.cross-site');
    expect((await client.get('/session')).status).toBe(200);
  });

  it('locks a name after five wrong passwords, and an administrator unlocks it', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn('vanphong', 'wrong');

    const locked = await signIn('vanphong');
    const admin = await server.as('admin');
    const shown = (await admin.get('/users?q=vanphong')).body.items[0];
    await admin.post(`/users/${shown.id}/unlock`, { reason: 'Phiếu 01' });
    const unlocked = await signIn('vanphong');

    expect(locked.status).toBe(429);
    expect(locked.body).toMatchObject({ code: 'session.name-locked', title: 'Tạm khóa đăng nhập' });
    expect(locked.headers.get('retry-after')).toBe('900');
    expect(shown.state).toBe('locked');
    expect(unlocked.status).toBe(200);
  });

  it('locks an unknown name just the same, and lets go after a quarter of an hour', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn('ai-do', 'wrong');
    const locked = await signIn('ai-do', 'wrong');
    wallClock.moveTo(wallClock.now() + 16 * MINUTE);
    const later = await signIn('ai-do', 'wrong');

    expect(locked.body.code).toBe('session.name-locked');
    expect(later.body.code).toBe('session.wrong-credentials');
  });

  it('ends when it is not used, and at the end of the day at the latest', async () => {
    const idle = await signedIn(server.url, { username: 'motcua', password: SAMPLE_PASSWORD });
    const busy = await signedIn(server.url, { username: 'motcua', password: SAMPLE_PASSWORD });
    const seen: number[] = [];
    for (let hour = 0; hour < 13; hour += 1) {
      wallClock.moveTo(wallClock.now() + 60 * MINUTE);
      seen.push((await busy.get('/session')).status);
    }

    expect((await idle.get('/session')).status).toBe(401);
    expect(seen.slice(0, 12)).toEqual(Array(12).fill(200));
    expect(seen[12]).toBe(401);
  });

  it('is on the audit trail, with the address it came from', async () => {
    const client = await signedIn(server.url, { username: 'motcua', password: SAMPLE_PASSWORD });
    await client.delete('/session');
    const admin = await signedIn(server.url, { username: 'admin', password: SAMPLE_PASSWORD });

    const { body } = await admin.get('/audit?what=session.&limit=10');

    expect(body.items.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(['session.begin', 'session.end']),
    );
    expect(body.items[0]).toMatchObject({
      actorName: expect.any(String),
      ip: expect.stringContaining('127.0.0.1'),
    });
  });
});
