import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import excel from 'exceljs';
import type { Report, ReportRow } from '../../server/contract/reports.ts';
import { dossierSpec } from '../../server/dossiers/records.ts';
import { counterSpec } from '../../server/reports/records.ts';
import { countHistory, replayReports } from '../../server/reports/replay.ts';
import { standingOf } from '../../server/reports/standing.ts';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

/** Friday 17/04/2026, 10:00 in Việt Nam. */
const FRIDAY = '2026-04-17T03:00:00.000Z';

let server: TestServer;
let counter: TestClient;
let leader: TestClient;
let citizen: TestClient;
let admin: TestClient;
beforeAll(async () => {
  server = await startServer({ now: FRIDAY });
  [counter, leader, citizen, admin] = (await Promise.all(
    ['motcua', 'lanhdao', 'congdan', 'admin'].map((username) => server.as(username)),
  )) as [TestClient, TestClient, TestClient, TestClient];
});
beforeEach(() => admin.post('/admin/clock', { now: FRIDAY }));
afterAll(() => server.close());

const takeIn = async (procedure = HOUSE_PERMIT, changes = {}, client = counter): Promise<string> =>
  (await client.post('/dossiers', await buildApplication(client, procedure, changes))).body.code;

const report = async (query = '', name = 'resolution'): Promise<Report> =>
  (await leader.get(`/reports/${name}?${query}`)).body;

/** domain 7.1 */
const identities = ({ received, resolved, pending, suspended, stopped }: ReportRow) => ({
  received: received.online + received.direct + received.postal + received.carriedOver - received.total,
  resolved: resolved.early + resolved.onTime + resolved.late - resolved.total,
  pending: pending.inTime + pending.overdue - pending.total,
  whole: resolved.total + pending.total + suspended + stopped - received.total,
});
const HOLD = { received: 0, resolved: 0, pending: 0, whole: 0 };

describe('the statistics', () => {
  it('count a dossier once it has its receipt, and its result early, on time or late by its date', async () => {
    const before = await report();
    const [early, onTime, late] = [await takeIn(), await takeIn(), await takeIn()];
    await takeIn(HOUSE_PERMIT, { channel: 'online' }, citizen);
    await leader.post(`/dossiers/${early}/finish`, { outcome: 'granted' });
    await admin.post('/admin/clock', { now: '2026-05-04T01:00:00.000Z' });
    await leader.post(`/dossiers/${onTime}/finish`, { outcome: 'granted' });
    await admin.post('/admin/clock', { now: '2026-05-05T01:00:00.000Z' });
    await leader.post(`/dossiers/${late}/finish`, { outcome: 'granted' });

    const { total } = await report();

    expect(total.received.total - before.total.received.total).toBe(3);
    const gained = (key: keyof ReportRow['resolved']) => total.resolved[key] - before.total.resolved[key];
    expect([gained('early'), gained('onTime'), gained('late')]).toEqual([1, 1, 1]); // S4 Đ.14.4
    expect(identities(total)).toEqual(HOLD);
  });

  it('carry over what was open when the period began, and show it overdue at its end', async () => {
    const code = await takeIn();
    await admin.post('/admin/clock', { now: '2026-06-02T03:00:00.000Z' });

    const may = await report('from=2026-05-01&to=2026-05-31&by=procedure', 'overdue');

    const row = may.rows.find(({ key }) => key === HOUSE_PERMIT)!;
    expect(row.received.direct).toBe(0);
    expect(row.received.carriedOver).toBeGreaterThan(0);
    expect(row.pending.overdue).toBeGreaterThan(0);
    expect(identities(row)).toEqual(HOLD);
    expect(may.dossiers!.map((each) => each.code)).toContain(code);
  });

  it('put what waits for a supplement into a column of its own', async () => {
    const before = (await report()).total.suspended;
    const code = await takeIn();
    await leader.post(`/dossiers/${code}/suspend`, { reason: 'Chờ xác minh' });

    const { total } = await report();

    expect(total.suspended).toBe(before + 1);
    expect(identities(total)).toEqual(HOLD);
  });

  it.each(['unit', 'procedure', 'field', 'channel'])('sum up the same by %s', async (by) => {
    await takeIn(CERTIFICATION);
    const { rows, total } = await report(`by=${by}`);

    const sum = (column: (row: ReportRow) => number) => rows.reduce((all, row) => all + column(row), 0);
    expect(sum(({ received }) => received.total)).toBe(total.received.total);
    expect(sum(({ resolved }) => resolved.total)).toBe(total.resolved.total);
    expect(rows.map(identities)).toEqual(rows.map(() => HOLD));
  });

  it('follow a dossier to another unit', async () => {
    const code = await takeIn();
    const { body: dossier } = await counter.get(`/dossiers/${code}`);
    const openAt = async (unit: string) =>
      (await report()).rows.find(({ key }) => key === unit)?.pending.total ?? 0;
    const [here, there] = [await openAt(dossier.unit.competent), await openAt('so-xay-dung')];

    const { status } = await leader.post(`/dossiers/${code}/transfer`, {
      unit: 'so-xay-dung',
      reason: 'Thuộc thẩm quyền của Sở',
    });

    expect(status).toBe(200);
    expect([await openAt(dossier.unit.competent), await openAt('so-xay-dung')]).toEqual([
      here - 1,
      there + 1,
    ]);
  });

  it('equal a recount of the dossiers, and a replay of the history from nothing', async () => {
    const { store } = server.server;
    await report();
    const stored = async () => {
      const { items } = await store.collection(counterSpec).find({ limit: 1000 });
      return new Map(items.map(({ id, doc }) => [id, doc]));
    };
    const before = await stored();
    const { items } = await store.collection(dossierSpec).find({ limit: 1000 });

    const recount = items.reduce((sum, { doc }) => sum + (standingOf(doc).counts.received ?? 0), 0);
    const counted = [...before.values()].filter(({ span }) => span === 'day');

    expect(counted.reduce((sum, { counts }) => sum + (counts.received ?? 0), 0)).toBe(recount);
    expect(await countHistory(store)).toEqual(before);
    await replayReports(store);
    expect(await stored()).toEqual(before);
  });

  it('need a member of staff', async () => {
    expect((await citizen.get('/reports/received')).status).toBe(403);
  });
});

describe('workbooks', () => {
  const readSheet = async (path: string) => {
    const answer = await leader.fetch(path);
    const book = new excel.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const rows: unknown[][] = [];
    book.worksheets[0]!.eachRow((row) => void rows.push((row.values as unknown[]).slice(1)));
    return { answer, rows };
  };

  it('hold the table of a report with its total', async () => {
    await takeIn();
    const { total } = await report('by=procedure');

    const { answer, rows } = await readSheet('/reports/resolution.xlsx?by=procedure');

    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(rows[0]).toEqual(['TÌNH HÌNH GIẢI QUYẾT HỒ SƠ']);
    expect(rows.at(-1)?.slice(1, 3)).toEqual(['Tổng cộng', total.received.total]);
  });

  it('hold the register, a line a dossier', async () => {
    const code = await takeIn();
    const { body } = await leader.get('/reports/register?limit=200&from=2026-04-17&to=2026-04-17');

    const { rows } = await readSheet('/reports/register.xlsx?from=2026-04-17&to=2026-04-17');

    expect(body.items.map((row: { code: string }) => row.code)).toContain(code);
    expect(rows).toHaveLength(3 + body.items.length);
  });
});

describe('published statistics', () => {
  it('show the province and its units by channel to anybody', async () => {
    const { total } = await report();

    const { status, body } = await server.anonymous.get('/public/statistics');

    expect(status).toBe(200);
    expect(body.province).toMatchObject({
      resolved: total.resolved.total,
      onTime: total.resolved.early + total.resolved.onTime,
    }); // R136
    expect(body.units[0].channels).toHaveProperty('online');
  });
});
