import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lawOf } from '../../server/catalogue/law/law-citations.ts';
import { buildApplication, HOUSE_PERMIT, INVESTMENT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { completeOpen } from '../support/walk.ts';

let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await startServer();
  owner = await server.as('chuquytrinh');
});
afterAll(() => server.close());

interface Found {
  subject: string;
  key: string;
  code: string;
  severity: string;
}
const check = async (): Promise<Found[]> => (await owner.get('/configuration-check')).body.items;
const told = (items: Found[]) => items.map(({ subject, key, code }) => `${subject} ${key} ${code}`);

describe('the self-check of the configuration', () => {
  it('finds nothing wrong with the sample province', async () => {
    expect((await check()).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('names a procedure without form or process', async () => {
    const { body: sample } = await owner.get('/procedures/2.000815');
    const {
      code: _code,
      unitName: _unit,
      activeVersion: _active,
      abilities: _abilities,
      ...settings
    } = sample;
    await owner.put('/procedures/9.200001', { ...settings, form: 'no-such-form' });

    expect(told(await check())).toEqual(
      expect.arrayContaining(['procedure 9.200001 config.no-form', 'procedure 9.200001 config.no-process']),
    );
  });
});

describe('what rests on a text of law', () => {
  it('is listed by text, procedure and step', async () => {
    const { body } = await owner.get('/law-citations');
    expect(body.items).toContainEqual(
      expect.objectContaining({
        law: 'Luật Đầu tư 2020',
        citation: 'Luật Đầu tư 2020 Điều 32',
        kind: 'step',
        subject: '1.009645',
        version: 1,
        state: 'published',
        element: 'QuyetDinh',
      }),
    );
  });

  it('is listed for limits, required papers, form fields and prescribed templates too', async () => {
    const { body: sample } = await owner.get(`/procedures/${HOUSE_PERMIT}`);
    const { code, unitName: _unit, activeVersion: _active, abilities: _abilities, ...settings } = sample;
    const [first, ...others] = settings.components;
    await owner.put(`/procedures/${code}`, {
      ...settings,
      timeLimit: { ...settings.timeLimit, citation: 'Luật Mẫu 2030 Điều 1' },
      components: [{ ...first, citation: 'Luật Mẫu 2030 Điều 2' }, ...others],
    });
    const designer = await server.as('thietkebieumau');
    await designer.post('/forms/cited-form/versions', {
      schema: { type: 'object', properties: { area: { type: 'number', title: 'Diện tích' } } },
      ui: { area: { 'ui:citation': 'Luật Mẫu 2030 Điều 3; Nghị định 1/2031/NĐ-CP Điều 4' } },
    });
    await designer.post('/templates/cited-paper/versions', {
      title: 'Phiếu mẫu',
      source: '<p>{{dossier.code}}</p>',
      decision: { number: '1/QĐ-MAU', date: '2026-01-05' },
    });

    const { body } = await owner.get('/law-citations');

    const places = body.items.map(
      ({ kind, subject, element, citation }: Record<string, string>) =>
        `${kind} ${subject} ${element}: ${citation}`,
    );
    expect(places).toEqual(
      expect.arrayContaining([
        `limit ${HOUSE_PERMIT} timeLimit: Luật Mẫu 2030 Điều 1`,
        `paper ${HOUSE_PERMIT} ${first.id}: Luật Mẫu 2030 Điều 2`,
        'field cited-form area: Luật Mẫu 2030 Điều 3',
        'field cited-form area: Nghị định 1/2031/NĐ-CP Điều 4',
        'template cited-paper cited-paper: Quyết định 1/QĐ-MAU',
      ]),
    );
  });

  it('is listed for a retired process while running dossiers follow it, and not after', async () => {
    const counter = await server.as('motcua');
    const { body: dossier } = await counter.post('/dossiers', await buildApplication(counter, INVESTMENT));
    await (await server.as('vanphong')).post(`/procedures/${INVESTMENT}/processes/1/retire`);
    const citing = async (): Promise<{ isStillFollowed?: boolean }[]> =>
      (await owner.get('/law-citations')).body.items.filter(
        ({ kind, subject }: Record<string, string>) => kind === 'step' && subject === INVESTMENT,
      );

    const whileRunning = await citing();
    await counter.post(`/dossiers/${dossier.code}/withdraw`, { reason: 'Không còn nhu cầu' });

    expect(whileRunning).not.toEqual([]);
    expect(whileRunning.every(({ isStillFollowed }) => isStillFollowed)).toBe(true);
    expect(await citing()).toEqual([]);
  });

  it.each([
    ['Nghị định 61/2018/NĐ-CP Điều 17, 18', 'Nghị định 61/2018/NĐ-CP'],
    ['Nghị định 61/2018/NĐ-CP, khoản 4 Điều 19', 'Nghị định 61/2018/NĐ-CP'],
    ['Luật Đầu tư 2020', 'Luật Đầu tư 2020'],
  ])('takes "%s" for a place in "%s"', (citation, law) => {
    expect(lawOf(citation)).toBe(law);
  });
});

describe('a published process', () => {
  it('tells where its running dossiers stand, and names them to whoever may see them', async () => {
    const counter = await server.as('motcua');
    const { body: dossier } = await counter.post('/dossiers', await buildApplication(counter, '2.000815'));
    const path = '/procedures/2.000815/processes/1/activity';
    const [element] = dossier.openTasks.map((task: { element: string }) => task.element);

    const { body: seen } = await counter.get(path);
    const { body: counted } = await owner.get(path);

    expect(seen).toMatchObject({ running: 1, isPartial: false, versions: [{ version: 1, running: 1 }] });
    expect(seen.steps).toEqual([{ element, open: 1, overdue: 0, dossiers: [dossier.code], completed: 0 }]);
    expect(counted.steps).toEqual([{ element, open: 1, overdue: 0, dossiers: [], completed: 0 }]);
  });

  it('tells how much working time its steps took on average, without nights and weekends', async () => {
    const counter = await server.as('motcua');
    const { body: dossier } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
    const [{ element }] = dossier.openTasks;
    await (await server.as('admin')).post('/admin/clock', { advance: 'PT120H' });
    await completeOpen(server, dossier.code);

    const { body } = await owner.get(`/procedures/${HOUSE_PERMIT}/processes/1/activity`);

    // From Wednesday to Monday at the same hour: three working days.
    const taken = { open: 0, overdue: 0, dossiers: [], completed: 1, averageMinutes: 3 * 8 * 60 };
    expect(body.steps).toContainEqual({ element, ...taken });
  });
});
