import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/start-server.ts';
import { signedIn, type TestClient, testClient } from '../support/test-client.ts';

const NEW_PASSWORD = 'Doi-Ngay-2026!';

describe('accounts', () => {
  let server: TestServer;
  let admin: TestClient;

  beforeAll(async () => {
    server = await startServer();
    admin = await server.as('admin');
  });
  afterAll(() => server.close());

  const create = async (username: string, rest: object = {}) =>
    admin.post('/users', {
      username,
      fullName: 'Trần Thị Ánh Đào (mẫu)',
      unit: 'ttpvhcc-tinh',
      roles: ['counter'],
      ...rest,
    });

  it('begin with a temporary password that must be changed before anything else', async () => {
    const { status, body } = await create('moi-1');
    const client = await signedIn(server.url, { username: 'moi-1', password: body.temporaryPassword });

    const before = await client.get('/procedures');
    const changed = await client.put('/session/password', {
      current: body.temporaryPassword,
      next: NEW_PASSWORD,
    });
    const after = await client.get('/procedures');
    const shown = await admin.get(`/users/${body.id}`);

    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'pending', positions: [{ unit: 'ttpvhcc-tinh', role: 'counter' }] });
    expect(before.status).toBe(403);
    expect(before.body.code).toBe('session.must-change-password');
    expect(changed.body.mustChangePassword).toBe(false);
    expect(after.status).toBe(200);
    expect(shown.body.state).toBe('active');
  });

  it('refuse a weak new password and say what it lacks', async () => {
    const { body } = await create('moi-2');
    const client = await signedIn(server.url, { username: 'moi-2', password: body.temporaryPassword });

    const weak = await client.put('/session/password', {
      current: body.temporaryPassword,
      next: 'motmatkhaudai',
    });
    const wrong = await client.put('/session/password', { current: 'không phải', next: NEW_PASSWORD });

    expect(weak.status).toBe(422);
    expect(weak.body.errors).toEqual([
      {
        pointer: '/next',
        code: 'password.needs-three-kinds',
        detail: 'Cần có ít nhất ba trong bốn loại: chữ thường, chữ hoa, chữ số, ký tự đặc biệt.',
      },
    ]);
    expect(wrong.body.errors[0].pointer).toBe('/current');
  });

  it('are found by the beginning of any word of the name, without marks', async () => {
    await create('tim-kiem', { fullName: 'Đặng Ngọc Ưu Việt (mẫu)' });

    const { body } = await admin.get('/users?q=ngoc uu');

    expect(body.items.map(({ username }: { username: string }) => username)).toEqual(['tim-kiem']);
  });

  it('are listed a page at a time, none twice', async () => {
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const { body } = await admin.get(`/users?limit=4${next ? `&cursor=${encodeURIComponent(next)}` : ''}`);
      seen.push(...body.items.map(({ username }: { username: string }) => username));
      next = body.next;
    } while (next);

    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toContain('motcua');
  });

  it('cannot share a user name or belong to a unit that does not exist', async () => {
    await create('mot-lan');

    const twice = await create('mot-lan');
    const nowhere = await create('khong-dau', { unit: 'khong-co' });

    expect(twice.status).toBe(409);
    expect(twice.body.errors[0]).toMatchObject({ pointer: '/username', code: 'user.username-taken' });
    expect(nowhere.status).toBe(422);
    expect(nowhere.body.errors[0]).toMatchObject({ pointer: '/unit', detail: 'Không có đơn vị này.' });
  });

  it('lose their sessions when locked, and cannot sign in until unlocked', async () => {
    const { body } = await create('bi-khoa');
    const client = await signedIn(server.url, { username: 'bi-khoa', password: body.temporaryPassword });

    const locked = await admin.post(`/users/${body.id}/lock`, { reason: 'Phiếu 12' });
    const used = await client.get('/session');
    const again = await testClient(server.url).post('/session', {
      username: 'bi-khoa',
      password: body.temporaryPassword,
    });
    const unlocked = await admin.post(`/users/${body.id}/unlock`, {});

    expect(locked.body.state).toBe('locked');
    expect(used.status).toBe(401);
    expect(again.status).toBe(403);
    expect(again.body.code).toBe('session.account-locked');
    expect(unlocked.body.state).toBe('pending');
  });

  it('get a new temporary password from an administrator', async () => {
    const { body } = await create('quen-mat-khau');
    const reset = await admin.post(`/users/${body.id}/reset-password`, {});

    const old = await testClient(server.url).post('/session', {
      username: 'quen-mat-khau',
      password: body.temporaryPassword,
    });
    const fresh = await testClient(server.url).post('/session', {
      username: 'quen-mat-khau',
      password: reset.body.temporaryPassword,
    });

    expect(old.status).toBe(401);
    expect(fresh.body.mustChangePassword).toBe(true);
  });

  it('cannot be locked by their own owner', async () => {
    const me = (await admin.get('/session')).body.user;

    const answer = await admin.post(`/users/${me.id}/lock`, {});

    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('user.not-oneself');
  });

  it('keep every change of rights on the trail', async () => {
    const { body } = await create('doi-quyen');

    const changed = await admin.patch(`/users/${body.id}`, {
      roles: ['specialist'],
      positions: [{ unit: 'vp-ubnd-tinh', role: 'appraiser' }],
    });
    const trail = await admin.get('/audit?what=user.change-rights');

    expect(
      changed.body.positions.map(({ unit, role }: { unit: string; role: string }) => `${unit}/${role}`),
    ).toEqual(['ttpvhcc-tinh/specialist', 'vp-ubnd-tinh/appraiser']);
    expect(trail.body.items[0]).toMatchObject({
      subject: body.id,
      detail: expect.stringContaining('ttpvhcc-tinh/counter -> '),
    });
  });
});

describe('keys of programs', () => {
  let server: TestServer;
  let admin: TestClient;

  beforeAll(async () => {
    server = await startServer();
    admin = await server.as('admin');
  });
  afterAll(() => server.close());

  const make = async (body: object) => (await admin.post('/api-keys', body)).body;

  it('show their secret once and open what their roles may', async () => {
    const made = await make({ name: 'Cổng dữ liệu (mẫu)', roles: ['specialist'], unit: 'ttpvhcc-tinh' });
    const program = testClient(server.url, { bearer: made.key });

    const read = await program.get('/procedures');
    const denied = await program.get('/api-keys');
    const listed = await admin.get('/api-keys');

    expect(read.status).toBe(200);
    expect(denied.status).toBe(403);
    expect(JSON.stringify(listed.body)).not.toContain(made.key);
    expect(listed.body.items[0]).toMatchObject({
      name: 'Cổng dữ liệu (mẫu)',
      lastUsedAt: expect.any(String),
    });
  });

  it('are refused when wrong, and when taken back', async () => {
    const made = await make({ name: 'Tạm (mẫu)', roles: ['specialist'] });
    await admin.delete(`/api-keys/${made.id}`);

    const takenBack = await testClient(server.url, { bearer: made.key }).get('/procedures');
    const nonsense = await testClient(server.url, { bearer: 'mk_x' }).get('/procedures');

    expect([takenBack.status, nonsense.status]).toEqual([401, 401]);
    expect(takenBack.body.code).toBe('api-key.invalid');
  });

  it('keep to their requests a minute', async () => {
    const made = await make({ name: 'Ít (mẫu)', roles: ['specialist'], requestsPerMinute: 2 });
    const program = testClient(server.url, { bearer: made.key });

    const statuses = [];
    for (let request = 0; request < 3; request += 1) statuses.push((await program.get('/units')).status);

    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('units', () => {
  let server: TestServer;
  let admin: TestClient;

  beforeAll(async () => {
    server = await startServer();
    admin = await server.as('admin');
  });
  afterAll(() => server.close());

  it('stand below one another and carry their parent’s name', async () => {
    const { status, body } = await admin.post('/units', {
      id: 'phong-mau',
      name: 'Phòng mẫu',
      code: 'H01.99',
      kind: 'division',
      parent: 'vp-ubnd-tinh',
    });

    expect(status).toBe(201);
    expect(body.parentName).toContain('Văn phòng UBND tỉnh');
  });

  it('cannot stand below themselves, nor share a code', async () => {
    await admin.post('/units', {
      id: 'duoi-so',
      name: 'Dưới sở',
      code: 'H01.98',
      kind: 'division',
      parent: 'so-tai-chinh',
    });

    const circular = await admin.patch('/units/so-tai-chinh', { parent: 'duoi-so' });
    const taken = await admin.post('/units', { id: 'khac', name: 'Khác', code: 'H01.01', kind: 'office' });

    expect(circular.body.errors[0]).toMatchObject({ pointer: '/parent', code: 'unit.circular' });
    expect(taken.status).toBe(409);
    expect(taken.body.errors[0].pointer).toBe('/code');
  });
});
