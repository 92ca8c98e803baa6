import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

const DECISION = { decision: { number: '1234/QĐ-UBND', date: '2026-04-14' } };

describe('the life of a process', () => {
  let server: TestServer;
  let owner: TestClient;
  let office: TestClient;

  beforeAll(async () => {
    server = await startServer();
    owner = await server.as('chuquytrinh');
    office = await server.as('vanphong');
  });
  afterAll(() => server.close());

  /** A procedure of its own for a test, like the sample one of copy certification. */
  const procedure = async (code: string): Promise<string> => {
    const { body: sample } = await owner.get('/procedures/2.000815');
    const {
      code: _code,
      unitName: _unit,
      activeVersion: _active,
      abilities: _abilities,
      ...settings
    } = sample;
    const saved = await owner.put(`/procedures/${code}`, { ...settings, name: `Thủ tục thử ${code}` });
    expect(saved.status).toBe(200);
    return (await owner.get('/procedures/2.000815/processes/1')).body.xml;
  };
  const draft = async (code: string, xml: string) => {
    const { status, body } = await owner.post(`/procedures/${code}/processes`, { xml });
    expect(status).toBe(201);
    return `/procedures/${code}/processes/${body.version}`;
  };
  const approve = async (path: string) => {
    await owner.post(`${path}/submit`, {});
    await office.post(`${path}/appraise`, {});
    return office.post(`${path}/approve`, DECISION);
  };

  it('goes from draft to published, each step by who may, and is told step by step', async () => {
    const path = await draft('9.000001', await procedure('9.000001'));

    const submitted = await owner.post(`${path}/submit`, { note: 'Kính trình' });
    const byOwner = await owner.post(`${path}/appraise`, {});
    const appraised = await office.post(`${path}/appraise`, {});
    const undecided = await office.post(`${path}/approve`, {});
    const approved = await office.post(`${path}/approve`, DECISION);
    const published = await office.post(`${path}/publish`, {});

    expect(submitted.body).toMatchObject({ state: 'submitted', version: 1 });
    expect(byOwner.status).toBe(403);
    expect(appraised.body.abilities).toEqual(['approve', 'return']);
    expect(undecided.status).toBe(422);
    expect(undecided.body.errors[0].pointer).toBe('/decision');
    expect(approved.body).toMatchObject({ state: 'approved', ...DECISION });
    expect(published.body).toMatchObject({ state: 'published', effectiveFrom: '2026-04-15' });
    expect(published.body.life.map(({ action }: { action: string }) => action)).toEqual([
      'create',
      'submit',
      'appraise',
      'approve',
      'publish',
    ]);
    expect((await owner.get('/procedures/9.000001')).body.activeVersion).toBe(1);
  });

  it.each([
    ['nested', DECISION],
    ['flat', DECISION.decision],
    ['flat with whole names', { decisionNumber: '1234/QĐ-UBND', decisionDate: '2026-04-14' }],
  ])('takes number and day of the decision %s', async (name, decision) => {
    const code = `9.0002${name.length}`;
    const path = await draft(code, await procedure(code));
    await owner.post(`${path}/submit`, {});
    await office.post(`${path}/appraise`, {});

    const { status, body } = await office.post(`${path}/approve`, decision);

    expect([status, body.decision]).toEqual([200, DECISION.decision]);
  });

  it('warns of steps that take more than the statutory limit, and is published all the same', async () => {
    const xml = await procedure('9.000030');
    const path = await draft('9.000030', xml.replace('motcua:duration="PT3H"', 'motcua:duration="P3D"'));

    const { body } = await owner.get(path);
    await approve(path);
    const { status } = await office.post(`${path}/publish`, {});

    const warning = body.diagnostics.find(({ code }: { code: string }) => code === 'publish.sum-differs');
    expect(warning.severity).toBe('warning');
    expect(warning.message.vi).toContain('nhiều hơn thời hạn giải quyết 1 ngày là 2,63 ngày'); // R006
    expect(status).toBe(200);
  });

  it('is not published while the application form of its procedure is not', async () => {
    const xml = await procedure('9.000031');
    const { body: settings } = await owner.get('/procedures/9.000031');
    const { code: _c, unitName: _u, activeVersion: _v, abilities: _a, ...rest } = settings;
    await owner.put('/procedures/9.000031', { ...rest, form: 'not-drawn-yet' });
    const path = await draft('9.000031', xml);
    await approve(path);

    const { status, body } = await office.post(`${path}/publish`, {});

    expect(status).toBe(422);
    expect(body.errors.map(({ code }: { code: string }) => code)).toContain('publish.no-application-form');
  });

  it('cannot skip a step', async () => {
    const path = await draft('9.000002', await procedure('9.000002'));

    const answer = await office.post(`${path}/publish`, {});

    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('process.wrong-state');
  });

  it('comes back to its draft with a note, and may then be saved again', async () => {
    const xml = await procedure('9.000003');
    const path = await draft('9.000003', xml);
    await owner.post(`${path}/submit`, {});

    const saved = await owner.put(path, { xml });
    const silent = await office.post(`${path}/return`, {});
    const returned = await office.post(`${path}/return`, { note: 'Thiếu căn cứ' });
    const savedAgain = await owner.put(path, {
      xml: xml.replace('</bpmn:process>', '<!-- sửa --></bpmn:process>'),
    });

    expect(saved.status).toBe(409);
    expect(saved.body.code).toBe('process.not-a-draft');
    expect(silent.body.errors[0].pointer).toBe('/note');
    expect(returned.body).toMatchObject({ state: 'draft' });
    expect(returned.body.life.at(-1)).toMatchObject({ action: 'return', note: 'Thiếu căn cứ' });
    expect(savedAgain.status).toBe(200);
  });

  it('is not overwritten by who has not seen the last save', async () => {
    const xml = await procedure('9.000010');
    const path = await draft('9.000010', xml);
    const { revision } = (await owner.get(path)).body;

    const first = await owner.put(path, { xml, revision });
    const second = await owner.put(path, { xml, revision });

    expect(first.body.revision).toBe(revision + 1);
    expect(second.status).toBe(409);
    expect(second.body.code).toBe('process.saved-by-another');
  });

  it('retires the version before when the next is published', async () => {
    const xml = await procedure('9.000004');
    const first = await draft('9.000004', xml);
    await approve(first);
    await office.post(`${first}/publish`, {});
    const second = await draft('9.000004', xml);
    await approve(second);
    await office.post(`${second}/publish`, {});

    const { body } = await owner.get('/procedures/9.000004/processes');

    expect(
      body.items.map(({ version, state }: { version: number; state: string }) => [version, state]),
    ).toEqual([
      [2, 'published'],
      [1, 'retired'],
    ]);
  });

  it('waits for its day when it is published ahead of it', async () => {
    const xml = await procedure('9.000005');
    const first = await draft('9.000005', xml);
    await approve(first);
    await office.post(`${first}/publish`, {});
    const second = await draft('9.000005', xml);
    await approve(second);
    const ahead = await office.post(`${second}/publish`, { effectiveFrom: '2026-05-04' });

    expect(ahead.body.state).toBe('published');
    expect((await owner.get('/procedures/9.000005')).body.activeVersion).toBe(1);
  });

  it('is not published while a step lacks performer, time, form or account', async () => {
    const xml = (await procedure('9.000006'))
      .replace(/motcua:form="[^"]*"/, 'motcua:form="khong-co"')
      .replace(/motcua:duration="[^"]*"/, '')
      .replace(/motcua:role="leader"/, 'motcua:role="records-keeper"');
    const path = await draft('9.000006', xml);
    await approve(path);

    const { status, body } = await office.post(`${path}/publish`, {});

    const codes = body.errors.map(({ code }: { code: string }) => code);
    expect(status).toBe(422);
    expect(body.code).toBe('process.not-publishable');
    expect(codes).toEqual(
      expect.arrayContaining(['publish.no-form', 'publish.no-duration', 'publish.unknown-role']),
    );
    expect(body.errors[0].pointer).toMatch(/^\/elements\/\w+/);
    expect(body.errors[0].detail).toContain('Bước');
  });

  it('keeps a draft that is wrong, and tells what is wrong', async () => {
    await procedure('9.000007');

    const { status, body } = await owner.post('/procedures/9.000007/processes', { xml: '<not-bpmn/>' });

    expect(status).toBe(201);
    expect(body.state).toBe('draft');
    expect(body.diagnostics[0]).toMatchObject({ severity: 'error', message: { vi: expect.any(String) } });
  });

  it('counts versions without gap when two are drawn up at once', async () => {
    const xml = await procedure('9.000008');

    const drafts = await Promise.all(
      [1, 2, 3].map(() => owner.post('/procedures/9.000008/processes', { xml })),
    );

    expect(drafts.map(({ body }) => body.version).sort()).toEqual([1, 2, 3]);
  });

  it('shows its XML, its step table in working hours, and what changed since another version', async () => {
    const xml = await procedure('9.000009');
    const first = await draft('9.000009', xml);
    const name = /<bpmn:userTask id="([^"]+)" name="([^"]+)"/.exec(xml)!;
    const second = await draft('9.000009', xml.replace(`name="${name[2]}"`, 'name="Bước đã đổi tên"'));

    const file = await owner.get(`${first}.bpmn`);
    const steps = await owner.get(`${first}/steps`);
    const diff = await owner.get(`${second}/diff/1`);

    expect(file.body).toBe(xml);
    expect(file.headers.get('content-type')).toContain('application/xml');
    expect(steps.body.items[0]).toMatchObject({ order: 1, element: name[1], performer: expect.any(String) });
    expect(diff.body).toEqual({
      from: 1,
      to: 2,
      changes: [
        expect.objectContaining({
          kind: 'changed',
          element: name[1],
          details: [{ what: 'tên', before: name[2], after: 'Bước đã đổi tên' }],
          text: `Sửa bước “Bước đã đổi tên” (tên: ${name[2]} → Bước đã đổi tên)`,
        }),
      ],
    });
  });

  it('belongs to a procedure that exists', async () => {
    const answer = await owner.post('/procedures/9.999999/processes', { xml: '<a/>' });

    expect(answer.status).toBe(404);
    expect(answer.body.code).toBe('procedure.not-found');
  });
});

describe('procedures', () => {
  let server: TestServer;
  let owner: TestClient;

  beforeAll(async () => {
    server = await startServer();
    owner = await server.as('chuquytrinh');
  });
  afterAll(() => server.close());

  it('are found by words of their name without marks', async () => {
    const { body } = await owner.get('/procedures?q=nha o giay phep');

    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(['1.013225']);
    expect(body.total).toBe(1);
  });

  it('carry samples while the clock is moved by hand', async () => {
    const { body } = await owner.get('/procedures/1.013225');

    expect(body.samples.length).toBeGreaterThan(0);
    expect(body.unitName).toContain('Long Xuyên');
  });

  it('refuse units that do not exist and papers named twice', async () => {
    const { body, status } = await owner.put('/procedures/9.100000', {
      name: 'Thử',
      unit: 'khong-co',
      receivingUnits: ['ttpvhcc-tinh', 'cung-khong'],
      timeLimit: { amount: 3, unit: 'working-days' },
      form: 'x',
      components: [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B' },
      ],
    });

    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/unit',
      '/receivingUnits/1',
      '/components/1/id',
    ]);
  });
});
