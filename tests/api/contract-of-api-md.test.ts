import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestAnswer, TestClient } from '../support/test-client.ts';
import { completeOpen, openTasks, walkTo } from '../support/walk.ts';

/** What other programs rely on: paths, bodies and fields as the API's page promises them, written out once more. */
const FRIDAY = '2026-04-17T03:00:00.000Z';

let server: TestServer;
const people: Record<string, TestClient> = {};
beforeAll(async () => {
  server = await startServer({ now: FRIDAY });
  for (const name of [
    'admin',
    'motcua',
    'chuyenvien',
    'lanhdao',
    'chuquytrinh',
    'vanphong',
    'thietkebieumau',
  ]) {
    people[name] = await server.as(name);
  }
});
afterAll(() => server.close());

const as = (name: string): TestClient => people[name]!;
const takeIn = async (procedure = HOUSE_PERMIT): Promise<string> =>
  (await as('motcua').post('/dossiers', await buildApplication(as('motcua'), procedure))).body.code;
const examined = async (): Promise<string> => {
  const code = await takeIn();
  await walkTo(server, code, 'ThamDinh');
  return code;
};
const tell = (who: string, code: string, operation: string, body: unknown): Promise<TestAnswer> =>
  as(who).post(`/dossiers/${code}/${operation}`, body);

const DOSSIER = [
  'id code procedure status finance delivery sync channel applicant form attachments receivedAt acceptedAt dueAt',
  'originalDueAt clock openTasks documents abilities',
]
  .join(' ')
  .split(' ');
const TASK = 'id dossier element name unit role status openedAt dueAt urgency abilities'.split(' ');
const DOCUMENT = ['id', 'kind', 'number', 'issuedAt', 'state', 'href'];

const expectFields = (value: object, fields: string[]): void =>
  expect(Object.keys(value)).toEqual(expect.arrayContaining(fields));

describe('sessions', () => {
  it('begin with 200, user and a cookie that scripts do not see, and end', async () => {
    const answer = await server.anonymous.fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'congdan', password: 'Motcua@2026' }),
    });

    expect(answer.status).toBe(200);
    expectFields((await answer.json()) as object, ['user', 'mustChangePassword']);
    expect(answer.headers.get('set-cookie')).toMatch(/httponly/i);
  });

  it('are needed: without one the answer is a problem document', async () => {
    const answer = await (await fetch(`${server.url}/api/v1/dossiers`)).json();

    expectFields(answer as object, ['type', 'title', 'status', 'detail']);
  });
});

describe('addresses without base', () => {
  it.each(['/healthz', '/readyz', '/metrics', '/api/openapi.json', '/api/docs'])(
    '%s answers',
    async (path) => {
      expect((await fetch(`${server.url}${path}`)).status).toBe(200);
    },
  );
});

describe('lists', () => {
  it.each([
    ['motcua', '/procedures'],
    [
      'motcua',
      '/dossiers?status=2&procedure=1.013225&unit=ttpvhcc-long-xuyen&from=2026-04-01&to=2026-04-30&q=H01',
    ],
    ['motcua', '/dossiers?overdue=true'],
    ['motcua', '/tasks?scope=mine&due=today&procedure=1.013225'],
    ['motcua', '/tasks?scope=unit'],
    ['motcua', '/tasks?scope=claimable'],
    ['admin', '/tasks?scope=all'],
    ['motcua', `/procedures/${HOUSE_PERMIT}/processes/1/steps`],
    ['admin', '/users'],
    ['admin', '/units'],
    ['admin', '/roles'],
    ['admin', '/api-keys'],
    ['admin', '/audit?from=2026-04-01&to=2026-04-30&what=session'],
    ['lanhdao', '/reports/register?from=2026-04-01&to=2026-04-30'],
    ['motcua', '/public/procedures'],
    ['motcua', '/public/apologies'],
  ])('%s: GET %s answers items', async (who, path) => {
    const { status, body } = await as(who).get(path);

    expect(status).toBe(200);
    expect(Array.isArray(body.items)).toBe(true);
  });

  it('page with limit and next', async () => {
    await takeIn();
    await takeIn();

    const first = (await as('motcua').get('/dossiers?limit=1')).body;
    const second = (await as('motcua').get(`/dossiers?limit=1&cursor=${encodeURIComponent(first.next)}`))
      .body;

    expect([first.items.length, second.items.length]).toEqual([1, 1]);
    expect(second.items[0].code).not.toBe(first.items[0].code);
  });
});

describe('procedures and their processes', () => {
  it('show name, field, unit, limit, fees, papers, form, version and, in a demonstration, samples', async () => {
    const { body } = await as('motcua').get(`/procedures/${HOUSE_PERMIT}`);

    expectFields(
      body,
      'code name field unit timeLimit fees components form activeVersion samples'.split(' '),
    );
  });

  it('go from a draft to publication and retirement with the bodies of the page', async () => {
    const { body: settings } = await as('chuquytrinh').get(`/procedures/${CERTIFICATION}`);
    const { code: _c, unitName: _u, activeVersion: _v, abilities: _a, ...rest } = settings;
    await as('chuquytrinh').put('/procedures/9.100001', { ...rest, name: 'Thủ tục thử' });
    const { body: source } = await as('chuquytrinh').get(`/procedures/${CERTIFICATION}/processes/1`);
    const drafted = await as('chuquytrinh').post('/procedures/9.100001/processes', { xml: source.xml });
    const path = `/procedures/9.100001/processes/${drafted.body.version}`;

    expectFields(drafted.body, ['version', 'state', 'diagnostics']);
    expect(drafted.body.diagnostics).toEqual([]);
    const states = [];
    for (const [who, action, body] of [
      ['chuquytrinh', 'submit', {}],
      ['vanphong', 'appraise', {}],
      ['vanphong', 'approve', { number: '1234/QĐ-UBND', date: '2026-04-14' }],
      ['vanphong', 'publish', {}],
      ['vanphong', 'retire', {}],
    ] as const) {
      states.push((await as(who).post(`${path}/${action}`, body)).body.state);
    }
    expect(states).toEqual(['submitted', 'appraised', 'approved', 'published', 'retired']);
  });

  it('are read as JSON, BPMN, difference and step table', async () => {
    const path = `/procedures/${HOUSE_PERMIT}/processes/1`;
    const answers = await Promise.all(
      [path, `${path}.bpmn`, `${path}/diff/1`, `${path}/steps`].map((each) => as('motcua').get(each)),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers[1]!.body).toContain('<bpmn:definitions');
  });
});

describe('forms and templates', () => {
  it('a form is drafted, published and validated, a draft by its version', async () => {
    const schema = {
      type: 'object',
      title: 'Phiếu thử',
      properties: { a: { type: 'string' } },
      required: ['a'],
    };
    const owner = as('thietkebieumau');

    const drafted = await owner.post('/forms/phieu-thu/versions', { schema, ui: {} });
    const early = await owner.post('/forms/phieu-thu/validate', { data: {}, version: 1 });
    const published = await owner.post('/forms/phieu-thu/versions/1/publish');
    const late = await owner.post('/forms/phieu-thu/validate', { data: { a: 'x' } });
    const read = await owner.get('/forms/phieu-thu');

    expect([drafted.status, published.status, read.status]).toEqual([201, 200, 200]);
    expect([early.status, early.body.valid, early.body.errors.length]).toEqual([200, false, 1]);
    expect(late.body).toEqual({ valid: true, errors: [] });
  });

  it('a template is drafted, previewed as page or print by Accept, and published', async () => {
    const owner = as('thietkebieumau');
    const page = { size: 'A4', orientation: 'portrait', margin: '20mm' };
    const source = '<p>Kính gửi {{applicant.fullName}}</p>';

    const drafted = await owner.post('/templates/thu-moi/versions', { source, page });
    const data = { applicant: { fullName: 'Nguyễn Văn A (mẫu)' } };
    const html = await owner.post('/templates/thu-moi/preview', { data }, { accept: 'text/html' });
    const pdf = await owner.post('/templates/thu-moi/preview', { data }, { accept: 'application/pdf' });
    const published = await owner.post('/templates/thu-moi/versions/1/publish');

    expect([drafted.status, published.status]).toEqual([201, 200]);
    expect(html.headers.get('content-type')).toContain('text/html');
    expect(html.body).toContain('Nguyễn Văn A (mẫu)');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
  });
});

describe('a dossier', () => {
  it('is taken in with 201 and every field, twice the same with one Idempotency-Key', async () => {
    const application = await buildApplication(as('motcua'), HOUSE_PERMIT);
    const headers = { 'idempotency-key': 'contract-1' };

    const first = await as('motcua').post('/dossiers', application, headers);
    const second = await as('motcua').post('/dossiers', application, headers);

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expectFields(first.body, [...DOSSIER, 'tasks']);
    expect(first.body).toMatchObject({ status: { code: 2, key: 'accepted' }, clock: { state: 'running' } });
    expectFields(first.body.documents[0], DOCUMENT);
    expect(first.body.dueAt).toBe('2026-05-04T10:00:00.000Z');
  });

  it.each(['counter', 'online', 'postal'])('comes in by %s', async (channel) => {
    const who = channel === 'online' ? await server.as('congdan') : as('motcua');
    const application = await buildApplication(as('motcua'), HOUSE_PERMIT, { channel: channel as 'counter' });

    expect((await who.post('/dossiers', application)).body.channel).toBe(channel);
  });

  it('answers with its history, papers, prints and diagram', async () => {
    const code = await takeIn();
    const counter = as('motcua');

    const dossier = (await counter.get(`/dossiers/${code}`)).body;
    const history = (await counter.get(`/dossiers/${code}/history`)).body;
    const papers = (await counter.get(`/dossiers/${code}/documents`)).body;
    const pdf = await counter.get(`/dossiers/${code}/documents/${papers.items[0].id}.pdf`);
    const diagram = (await counter.get(`/dossiers/${code}/diagram`)).body;

    expectFields(dossier, DOSSIER);
    expect(history.items.length).toBeGreaterThan(1);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(papers.items[0].href).toMatch(/^\/api\/v1\/dossiers\/.*\.pdf$/);
    expectFields(diagram, ['xml', 'open', 'done']);
  });

  it('takes every operation with the body of the page, and answers as GET does', async () => {
    const code = await examined();
    const statuses: unknown[] = [];
    for (const [who, operation, body] of [
      ['chuyenvien', 'request-supplement', { reason: 'Thiếu bản vẽ', papers: ['Bản vẽ'], days: 10 }],
      ['motcua', 'supplement', {}],
      ['chuyenvien', 'request-payment', { items: [{ name: 'Lệ phí', amount: 75_000 }] }],
      ['motcua', 'pay', { method: 'transfer', reference: 'FT001', amount: 75_000 }],
      ['lanhdao', 'suspend', { reason: 'Chờ bản án' }],
      ['lanhdao', 'resume', {}],
      ['lanhdao', 'extend', { reason: 'Khảo sát lại', dueAt: '2026-05-07T10:00:00.000Z' }],
      ['lanhdao', 'apologise', { reason: 'Chậm', dueAt: '2026-05-12T10:00:00.000Z' }],
      ['motcua', 'transfer', { unit: 'so-xay-dung', reason: 'Đúng thẩm quyền' }],
      ['chuyenvien', 'finish', { outcome: 'granted', attachments: [] }],
      ['motcua', 'return', { to: 'Nguyễn Văn A (mẫu)', method: 'counter' }],
    ] as const) {
      const answer = await tell(who, code, operation, body);
      statuses.push([operation, answer.status, answer.body.status?.code ?? answer.body]);
      if (answer.status === 200) expectFields(answer.body, DOSSIER);
    }

    expect(statuses).toEqual([
      ['request-supplement', 200, 5],
      ['supplement', 200, 4],
      ['request-payment', 200, 6],
      ['pay', 200, 4],
      ['suspend', 200, 8],
      ['resume', 200, 4],
      ['extend', 200, 4],
      ['apologise', 200, 4],
      ['transfer', 200, 4],
      ['finish', 200, 9],
      ['return', 200, 10],
    ]);
    const { body } = await as('admin').get(`/dossiers/${code}/documents`);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining([
        'receipt',
        'control-slip',
        'supplement-request',
        'extension',
        'apology',
        'return-slip',
      ]),
    );
  });

  it('is accepted, refused and withdrawn', async () => {
    const citizen = await server.as('congdan');
    const online = await buildApplication(as('motcua'), HOUSE_PERMIT, { channel: 'online' });
    const first = (await citizen.post('/dossiers', online)).body.code;
    const second = (await citizen.post('/dossiers', online)).body.code;

    const accepted = await tell('motcua', first, 'accept', {});
    const refused = await tell('motcua', second, 'refuse', { reason: 'Không thuộc thẩm quyền' });
    const withdrawn = await tell('motcua', await examined(), 'withdraw', { reason: 'Không còn nhu cầu' });

    expect(accepted.body.status.code).toBe(2);
    expect(refused.body.status.code).toBe(3);
    expect(refused.body.documents).toMatchObject([{ kind: 'refusal' }]);
    expect(withdrawn.body.documents.map(({ kind }: { kind: string }) => kind)).toContain('stop-notice');
  });

  it('a reason that the law wants is wanted by name', async () => {
    const { status, body } = await tell('motcua', await takeIn(), 'refuse', {});

    expect([status, body.errors[0].pointer]).toEqual([422, '/reason']);
  });
});

describe('a task', () => {
  it('shows every field, its form and a sample, and is claimed, released, delegated and completed', async () => {
    const code = await examined();
    const [{ id }] = await openTasks(server, code);
    const specialist = as('chuyenvien');

    const { body } = await specialist.get(`/tasks/${id}`);
    const me = (await specialist.get('/session')).body.user.id;
    const statuses = [
      await specialist.post(`/tasks/${id}/claim`),
      await specialist.post(`/tasks/${id}/release`),
      await specialist.post(`/tasks/${id}/claim`, {}),
      await specialist.post(`/tasks/${id}/delegate`, { to: me, reason: 'Tự làm' }),
      await specialist.post(`/tasks/${id}/complete`, { output: body.sample, comment: 'Đủ', attachments: [] }),
    ].map(({ status }) => status);

    expectFields(body, [...TASK, 'form', 'sample']);
    expect(['overdue', 'today', 'soon', 'later']).toContain(body.urgency);
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
  });

  it('the inbox counts by urgency', async () => {
    const { body } = await as('motcua').get('/tasks');

    expect(Object.keys(body.counts).sort()).toEqual(['later', 'overdue', 'soon', 'today']);
    expect(typeof body.total).toBe('number');
  });
});

describe('working time', () => {
  it.each([
    [{ hours: 4 }, '2026-04-17T09:00:00.000Z'],
    [{ days: 15, kind: 'calendar' }, '2026-05-04T10:00:00.000Z'],
    [{ days: 1, kind: 'working', unit: 'ttpvhcc-long-xuyen' }, '2026-04-20T03:00:00.000Z'],
  ])('POST /calendar/due %j', async (span, dueAt) => {
    const { status, body } = await as('motcua').post('/calendar/due', { from: FRIDAY, ...span });

    expect([status, body.dueAt]).toEqual([200, dueAt]);
    expect(body.explain[0]).toHaveProperty('text');
  });

  it('is read by year', async () => {
    const { body } = await as('motcua').get('/calendar?year=2026');

    expectFields(body, ['year', 'week', 'exceptions']);
  });
});

describe('reports', () => {
  it.each(['received', 'resolution', 'overdue', 'on-time'])(
    '%s answers, by each kind, and as a workbook',
    async (name) => {
      const answers = await Promise.all(
        ['by=unit', 'by=procedure', 'by=field', 'by=channel'].map((by) =>
          as('lanhdao').get(`/reports/${name}?from=2026-04-01&to=2026-04-30&${by}`),
        ),
      );
      const book = await as('lanhdao').get(`/reports/${name}.xlsx?from=2026-04-01&to=2026-04-30`);

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect([book.status, book.headers.get('content-type')]).toEqual([
        200,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ]);
    },
  );
});

describe('events', () => {
  it('are a stream', async () => {
    const stop = new AbortController();
    const answer = await as('motcua').fetch('/events', { signal: stop.signal });

    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    stop.abort();
  });
});

describe('the clock of demonstrations', () => {
  it('takes a moment or a span', async () => {
    const moved = await as('admin').post('/admin/clock', { now: '2026-04-17T03:30:00.000Z' });
    const advanced = await as('admin').post('/admin/clock', { advance: 'PT30M' });

    expect([moved.body.now, advanced.body.now]).toEqual([
      '2026-04-17T03:30:00.000Z',
      '2026-04-17T04:00:00.000Z',
    ]);
  });
});

describe('the public', () => {
  it('needs no session, and sees no name in full', async () => {
    const code = await takeIn(CERTIFICATION);
    const open = server.anonymous;

    const answers = await Promise.all(
      ['/public/procedures', `/public/dossiers/${code}`, '/public/statistics', '/public/apologies'].map(
        (path) => open.get(path),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(JSON.stringify(answers[1]!.body)).not.toContain('Nguyễn Văn A');
  });

  it('rates a dossier whose result was returned', async () => {
    const code = await takeIn(CERTIFICATION);
    while ((await openTasks(server, code)).length > 0) await completeOpen(server, code);

    const { status } = await server.anonymous.post(`/public/dossiers/${code}/rating`, {
      stars: 5,
      comment: 'Tốt',
    });

    expect(status).toBeLessThan(300);
  });
});
