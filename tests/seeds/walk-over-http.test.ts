import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSampleProvince, SAMPLE_PROVINCE } from '../../seeds/load.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

const STAFF = ['motcua', 'chuyenvien', 'lanhdao'];
const province = await readSampleProvince(SAMPLE_PROVINCE);
const procedures = province.procedures.map(({ code, settings }) => ({ code, sample: settings.samples[0]! }));

let product: TestServer;
beforeAll(async () => {
  product = await startServer({ now: '2026-04-17T03:00:00.000Z' });
});
afterAll(() => product.close());

/** Completes the dossier's first open task as whoever of the staff may, with the sample it offers. */
async function completeNext(
  code: string,
  wishes: { [element: string]: object },
): Promise<string | undefined> {
  const counter = await product.as('motcua');
  const dossier = await counter.get(`/dossiers/${code}`);
  const [open] = dossier.body.openTasks;
  if (!open) return undefined;
  for (const username of STAFF) {
    const client = await product.as(username);
    const { status, body } = await client.get(`/tasks/${encodeURIComponent(open.id)}`);
    if (status !== 200 || !body.abilities.includes('complete')) continue;
    const output = { ...body.sample, ...wishes[open.element] };
    const answer = await client.post(`/tasks/${encodeURIComponent(open.id)}/complete`, { output });
    expect({ element: open.element, status: answer.status }).toEqual({ element: open.element, status: 200 });
    return open.element;
  }
  throw new Error(`none of ${STAFF.join(', ')} may complete ${open.element} of ${open.unit}`);
}

async function walk(sample: object, wishes: { [element: string]: object } = {}) {
  const counter = await product.as('motcua');
  const intake = await counter.post('/dossiers', sample);
  expect(intake.status).toBe(201);
  const elements: string[] = [];
  for (let step = 0; step < 50; step += 1) {
    const element = await completeNext(intake.body.code, wishes);
    if (!element) break;
    elements.push(element);
  }
  const dossier = await counter.get(`/dossiers/${intake.body.code}`);
  return { dossier: dossier.body, elements };
}

const kinds = (dossier: { documents: { kind: string }[] }) => dossier.documents.map(({ kind }) => kind);

describe('the sample procedures, by the sample accounts, over HTTP', () => {
  it.each(procedures)('$code is granted and returned with the samples alone', async ({ sample }) => {
    const { dossier, elements } = await walk(sample);

    expect(elements.at(-1)).toBe('Tra');
    expect(dossier).toMatchObject({ status: { code: 10 }, outcome: 'granted', openTasks: [] });
    expect(kinds(dossier)).toEqual(expect.arrayContaining(['receipt', 'return-slip']));
  });

  it.each([
    [
      '1.013225',
      {
        ThamDinh: { examination: 'ineligible', refusalGrounds: 'Không phù hợp quy hoạch.' },
        Ky: { outcome: 'refused', signatureComment: 'Không phù hợp quy hoạch.' },
      },
    ],
    ['2.000815', { KiemTra: { originalCheck: 'ineligible', ineligibleReason: 'altered' } }],
  ])('%s is refused with a refusal slip (R078)', async (code, wishes) => {
    const { sample } = procedures.find((procedure) => procedure.code === code)!;
    const { dossier, elements } = await walk(sample, wishes);

    expect(elements).toContain('TuChoi');
    expect(dossier).toMatchObject({ status: { code: 10 }, outcome: 'refused' });
    expect(kinds(dossier)).toContain('refusal');
  });
});
