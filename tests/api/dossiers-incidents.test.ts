import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossierFindings } from '../../server/cli/dossier-invariants.ts';
import type { Finding } from '../../server/cli/finding.ts';
import { dossierSpec } from '../../server/dossiers/records.ts';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import {
  buildCertification,
  publishProcess,
  WAYS_BY_AMOUNT,
  withCalled,
} from '../support/publish-process.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestAnswer, TestClient } from '../support/test-client.ts';
import { completeOpen, openTasks } from '../support/walk.ts';

let server: TestServer;
let counter: TestClient;
let owner: TestClient;
let admin: TestClient;

beforeAll(async () => {
  server = await startServer();
  counter = await server.as('motcua');
  owner = await server.as('chuquytrinh');
  admin = await server.as('admin');
  await publishProcess(server, CERTIFICATION, buildCertification(WAYS_BY_AMOUNT));
}, 60_000);
afterAll(() => server.close());

async function received(output: Record<string, unknown> = {}): Promise<string> {
  const { body } = await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION));
  await completeOpen(server, body.code, output);
  return body.code;
}

const incidentsOf = async (code: string, client = admin) =>
  (await client.get(`/dossiers/${code}/incidents`)).body.items;

const retry = (code: string, body: object, client = owner): Promise<TestAnswer> =>
  client.post(`/dossiers/${code}/incidents/retry`, { reason: 'Bước tiếp nhận chưa nhập số tiền', ...body });

const elements = async (code: string): Promise<string[]> =>
  (await openTasks(server, code)).map(({ element }: { element: string }) => element);

const historyOf = async (code: string) => (await admin.get(`/dossiers/${code}/history`)).body.items;

describe('an incident', () => {
  let code: string;
  beforeAll(async () => {
    code = await received();
  });

  it('stands on the dossier for staff, with what is wrong, where and since when', async () => {
    const { body } = await counter.get(`/dossiers/${code}`);

    expect(body.incidents).toEqual([
      {
        id: expect.any(String),
        element: 'Enough',
        elementName: 'Đủ số tiền?',
        code: 'condition.undecided',
        text: 'Không xác định được điều kiện “amount > 100”: thiếu dữ liệu hoặc dữ liệu sai kiểu.',
        since: '2026-04-15T02:00:00.000Z',
        abilities: [],
      },
    ]);
  });

  it('is where the diagram shows the dossier', async () => {
    const { body } = await counter.get(`/dossiers/${code}/diagram`);

    expect(body.open).toEqual(['Enough']);
  });

  it('is told to who keeps processes running', async () => {
    await server.server.jobs.drain();

    const { items } = (await owner.get('/notices')).body;

    expect(items).toContainEqual(
      expect.objectContaining({ title: 'Quy trình gặp sự cố', text: expect.stringContaining(code) }),
    );
  });

  it('is told in English to who reads English', async () => {
    const { body } = await counter.get(`/dossiers/${code}`, { 'accept-language': 'en' });

    expect(body.incidents[0].text).toMatch(/cannot be decided/);
  });

  it('is listed over all dossiers for who keeps processes running, with its total and in the metrics', async () => {
    const { body } = await owner.get('/incidents?limit=1');
    const metrics = await (await fetch(`${server.url}/metrics`)).text();

    expect(body.total).toBe(1);
    expect(body.items[0]).toMatchObject({
      code,
      procedure: { code: CERTIFICATION },
      since: '2026-04-15T02:00:00.000Z',
      incidents: [{ element: 'Enough', abilities: ['retry'] }],
    });
    expect(metrics).toMatch(/^motcua_dossiers_held 1$/m);
    expect((await counter.get('/incidents')).status).toBe(403);
    expect((await owner.get('/incidents?procedure=1.013225')).body.items).toEqual([]);
  });

  it('shows the data that its place sees to who may put it right, and to nobody else', async () => {
    const [incident] = await incidentsOf(code, owner);

    expect(incident.variables.applicant.fullName).toEqual(expect.any(String));
    expect((await counter.get(`/dossiers/${code}/incidents`)).status).toBe(403);
  });

  it('needs a reason, and an id that is open', async () => {
    const [{ id }] = await incidentsOf(code);

    expect(await retry(code, { incident: id, reason: ' ' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason' }] },
    });
    expect(await retry(code, { incident: 'main:999' })).toMatchObject({
      status: 409,
      body: { code: 'incident.not-open', errors: [{ pointer: '/incident' }] },
    });
  });

  it('stays open when it is retried without what was missing', async () => {
    const [{ id }] = await incidentsOf(code);

    const { status, body } = await retry(code, { incident: id });

    expect(status).toBe(200);
    expect(body.incidents).toHaveLength(1);
    expect(body.openTasks).toEqual([]);
  });

  it('goes on with corrected data, and the history keeps before, after, reason and who', async () => {
    const [{ id }] = await incidentsOf(code);

    const { status, body } = await retry(code, { incident: id, variables: { amount: 150 } });

    expect(status).toBe(200);
    expect(body.incidents).toEqual([]);
    expect(await elements(code)).toEqual(['Sign']);
    const told = (await historyOf(code)).findLast(
      ({ type }: { type: string }) => type === 'incident-retried',
    );
    expect(told).toMatchObject({
      text: 'Chủ quy trình (mẫu) sửa dữ liệu và cho chạy lại “Đủ số tiền?”',
      reason: 'Bước tiếp nhận chưa nhập số tiền',
      before: {},
      after: { amount: 150 },
    });
    const { body: lines } = await admin.get('/audit?what=incident.retry');
    expect(lines.items[0]).toMatchObject({ subject: code, detail: expect.stringContaining('amount') });
    expect((await owner.get('/incidents')).body).toMatchObject({ items: [], total: 0 });
  });

  it('leaves the dossier in sight of who put it right, and of no other process owner’s business', async () => {
    const untouched = await received({ amount: 200 });

    expect((await owner.get(`/dossiers/${code}`)).status).toBe(200);
    expect((await owner.get(`/dossiers/${untouched}`)).status).toBe(404);
  });
});

describe('a check of the store', () => {
  const findings = async (code: string) => {
    const found: Finding[] = [];
    for await (const finding of dossierFindings(server.server.store)) found.push(finding);
    return found.filter(({ values }) => values?.['dossier'] === code);
  };

  it('finds a held dossier in order, and names one that the list has lost', async () => {
    const { runtime, store } = server.server;
    const code = await received();
    const sound = await findings(code);
    const { doc } = (await runtime.dossiers.get(code))!;
    const { incidents, incidentAt: _at, ...lost } = doc;
    await store.commit([{ op: 'put', collection: dossierSpec.name, id: code, doc: lost }]);
    const place = `main:${incidents![0]!.occurrence}`;

    expect(sound).toEqual([]);
    expect(await findings(code)).toEqual([{ code: 'verify.incident', values: { dossier: code, place } }]);
    // any command writes the dossier as it is
    await counter.post(`/dossiers/${code}/withdraw`, { reason: 'Người nộp đề nghị' });
    expect(await findings(code)).toEqual([]);
  });
});

describe('an incident whose place is left', () => {
  it('is over when the dossier is withdrawn', async () => {
    const code = await received();
    await counter.post(`/dossiers/${code}/withdraw`, { reason: 'Người nộp đề nghị' });

    const { body } = await counter.get(`/dossiers/${code}`);

    expect(body).toMatchObject({ status: { key: 'stopped' }, incidents: [] });
    expect((await owner.get('/incidents')).body.items).toEqual([]);
    expect((await historyOf(code)).map(({ type }: { type: string }) => type)).toContain('incident-resolved');
  });

  it('is over when the dossier is moved to another step', async () => {
    const code = await received();

    const { status, body } = await owner.post(`/dossiers/${code}/jump`, {
      to: 'More',
      reason: 'Nhập bổ sung số tiền',
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({ incidents: [], openTasks: [{ element: 'More' }] });
  });
});

describe('an incident of a called process', () => {
  it('is named, put right and goes on in its caller', async () => {
    const xml = withCalled(
      buildCertification('call Part name="2. Thẩm tra" calls=Part_1\nReceive -> Part -> Sign'),
      {
        id: 'Part_1',
        drawing: `
        start Begin
        xor Fit name="Đủ điều kiện?" default=no
        user Note name="Ghi chú" motcua:role=counter motcua:unit=ttpvhcc-long-xuyen motcua:duration=PT1H
        end Done
        Begin -> Fit -no-> Note -> Done
        Fit -yes-> Done : score > 5`,
      },
    );
    await publishProcess(server, CERTIFICATION, xml);
    const code = await received();
    const [incident] = await incidentsOf(code);

    const { body } = await retry(code, { incident: incident.id, variables: { score: 9 } });

    expect(incident).toMatchObject({ element: 'Fit', elementName: 'Đủ điều kiện?' });
    expect(body).toMatchObject({ incidents: [], openTasks: [{ element: 'Sign' }] });
  });
});

describe('a process that an error ended', () => {
  it('is listed too, cannot be tried again, and leaves the dossier to its operations', async () => {
    await publishProcess(
      server,
      CERTIFICATION,
      buildCertification(
        'xor Fit name="Hợp lệ?" default=yes\nend Broken name="Lỗi" error=broken\nReceive -> Fit -yes-> Sign\nFit -no-> Broken : ok = false',
      ),
    );
    const code = await received({ ok: false });
    const leader = await server.as('lanhdao');

    const { body } = await owner.get('/incidents');
    const refused = await retry(code, { incident: body.items[0].incidents[0].id });
    const finished = await leader.post(`/dossiers/${code}/finish`, { outcome: 'granted' });

    expect(body.items).toMatchObject([{ code, incidents: [{ code: 'process.failed', abilities: [] }] }]);
    expect(refused.body.code).toBe('incident.not-open');
    expect(finished.body).toMatchObject({ status: { key: 'resolved' }, incidents: [] });
    const returned = await counter.post(`/dossiers/${code}/return`, {
      to: 'Nguyễn Văn A',
      method: 'counter',
    });
    expect(returned.body).toMatchObject({ status: { key: 'returned' } });
  });
});
