import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

const DECISION = { decision: { number: '1234/QĐ-UBND', date: '2026-04-14' } };
/** Two steps: examined and signed, or back with what is wrong. */
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="t">
<process id="P" name="P" isExecutable="true">
<startEvent id="Start"/>
<userTask id="Receive" name="1. Tiếp nhận" motcua:role="counter" motcua:unit="ttpvhcc-long-xuyen" motcua:duration="PT2H" motcua:status="4" motcua:actions="refuse"/>
<userTask id="Sign" name="2. Ký duyệt" motcua:role="leader" motcua:unit="ubnd-long-xuyen" motcua:duration="PT6H" motcua:status="4"/>
<exclusiveGateway id="Agreed" name="Đồng ý?" default="Yes"/>
<userTask id="Return" name="3. Trả kết quả" motcua:role="counter" motcua:unit="ttpvhcc-long-xuyen" motcua:durationKind="none" motcua:status="9" motcua:actions="return"/>
<endEvent id="End"/>
<sequenceFlow id="F1" sourceRef="Start" targetRef="Receive"/>
<sequenceFlow id="F2" sourceRef="Receive" targetRef="Sign"/>
<sequenceFlow id="F3" sourceRef="Sign" targetRef="Agreed"/>
<sequenceFlow id="Yes" sourceRef="Agreed" targetRef="Return"/>
<sequenceFlow id="No" sourceRef="Agreed" targetRef="Receive"><conditionExpression>agreed = false</conditionExpression></sequenceFlow>
<sequenceFlow id="F4" sourceRef="Return" targetRef="End"/>
</process></definitions>`;

const row = (order: string, work: string, rest: object) => ({
  order,
  work,
  performers: ['Bộ phận Một cửa'],
  hours: 2,
  output: '',
  isParallel: false,
  ...rest,
});
const APPROVED = {
  steps: [
    row('1', 'Tiếp nhận hồ sơ', {}),
    row('2', 'Ký duyệt', { performers: ['Lãnh đạo UBND phường'], hours: 8 }),
    row('3', 'Vào sổ', { performers: ['Văn thư'] }),
    row('4', 'Trả kết quả', { hours: null }),
  ],
};

/** Signed at the second attempt. */
const TRIAL = {
  name: 'Ký ở lần thứ hai',
  receivedAt: '2026-04-15T01:00:00.000Z',
  input: {},
  steps: [
    { complete: 'Receive', output: {} },
    { complete: 'Sign', output: { agreed: false } },
    { complete: 'Receive', output: {} },
    { until: '2026-04-16T01:00:00.000Z' },
    { complete: 'Sign', output: { agreed: true } },
    { complete: 'Return', output: {} },
  ],
  expected: {
    path: ['Receive', 'Sign', 'Receive', 'Sign', 'Return'],
    papers: ['receipt'],
    status: 'completed',
    dueAt: '2026-04-15T10:00:00.000Z',
  },
};

let server: TestServer;
let owner: TestClient;
let office: TestClient;

beforeAll(async () => {
  server = await startServer();
  owner = await server.as('chuquytrinh');
  office = await server.as('vanphong');
});
afterAll(() => server.close());

/** A procedure of its own for a test, with a draft of the process. */
async function drafted(
  code: string,
  { xml = XML, ...content }: { xml?: string; approvedTable?: object } = {},
) {
  const { body: sample } = await owner.get('/procedures/2.000815');
  const { code: _code, unitName: _unit, activeVersion: _active, abilities: _abilities, ...settings } = sample;
  await owner.put(`/procedures/${code}`, { ...settings, name: `Thủ tục thử ${code}` });
  const { status, body } = await owner.post(`/procedures/${code}/processes`, { xml, ...content });
  expect(status).toBe(201);
  return `/procedures/${code}/processes/${body.version}`;
}

async function approved(path: string): Promise<void> {
  await owner.post(`${path}/submit`, {});
  await office.post(`${path}/appraise`, {});
  expect((await office.post(`${path}/approve`, DECISION)).status).toBe(200);
}

describe('the approved step table', () => {
  it('is stored with its version, and held against the diagram before it is published', async () => {
    const path = await drafted('9.100001', { approvedTable: APPROVED });

    const { body: version } = await owner.get(path);
    const { body: readiness } = await owner.get(`${path}/readiness`);

    expect(version.approvedTable).toEqual(APPROVED);
    expect(
      readiness.tableDifferences.map(({ what, order, element }: Record<string, string>) => [
        what,
        order,
        element,
      ]),
    ).toEqual([
      ['time', '2', 'Sign'],
      ['missing', '3', undefined],
    ]);
    expect(readiness.tableDifferences[0].message.vi).toBe(
      'Bước 2, thời gian: bảng ghi "8 giờ", sơ đồ là "6 giờ".',
    );
  });

  it('stays with a draft that is saved without one', async () => {
    const path = await drafted('9.100002', { approvedTable: APPROVED });
    const { body } = await owner.put(path, { xml: XML });
    expect(body.approvedTable).toEqual(APPROVED);
  });
});

describe('the annex of the decision', () => {
  it('is printed from the diagram', async () => {
    const path = await drafted('9.100007');
    const { status, headers } = await owner.get(`${path}/steps.pdf`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
  });
});

describe('a kept dry run', () => {
  it('is done again before the publication, here and on another engine', async () => {
    const path = await drafted('9.100003');
    expect((await owner.post('/procedures/9.100003/trials', TRIAL)).status).toBe(201);

    const { body } = await owner.get(`${path}/readiness`);

    expect(body.trials).toMatchObject([{ name: TRIAL.name, passed: true, differences: [] }]);
    expect(body.secondOpinion).toEqual({ state: 'agrees' });
  }, 30_000);

  it('that fails refuses the publication, which a reason overrides, in log and audit trail', async () => {
    const path = await drafted('9.100004', { xml: XML.replace('agreed = false', 'agreed = "no"') });
    await owner.post('/procedures/9.100004/trials', TRIAL);
    await approved(path);

    const refused = await office.post(`${path}/publish`, {});
    const published = await office.post(`${path}/publish`, { override: 'Bài chạy thử đã cũ' });

    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ code: 'publish.test-fails' }]);
    expect(refused.body.errors[0].detail).toContain('Ký ở lần thứ hai');
    expect(published.body.life.at(-1)).toMatchObject({ action: 'publish', note: 'Bài chạy thử đã cũ' });
    const { body: audit } = await office.get('/audit?what=process.override');
    expect(audit.items).toMatchObject([{ subject: '9.100004@1', detail: 'Bài chạy thử đã cũ' }]);
  }, 30_000);

  it('is dropped by the owner, not by the office', async () => {
    await drafted('9.100005');
    const { body: kept } = await owner.post('/procedures/9.100005/trials', TRIAL);
    const path = `/procedures/9.100005/trials/${kept.id}`;
    expect((await office.delete(path)).status).toBe(403);
    expect((await owner.delete(path)).status).toBe(204);
    expect((await owner.delete(path)).status).toBe(404);
    expect((await owner.get('/procedures/9.100005/trials')).body.items).toEqual([]);
  });
});

describe('an override', () => {
  it('never publishes what the kernel cannot run', async () => {
    const path = await drafted('9.100006', { xml: XML.replace('targetRef="End"', 'targetRef="Nowhere"') });
    await approved(path);
    const { status } = await office.post(`${path}/publish`, { override: 'Gấp' });
    expect(status).toBe(422);
  });
});
