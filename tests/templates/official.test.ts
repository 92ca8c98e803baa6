import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDossier } from '../../server/contract/dossiers.ts';
import { documentId } from '../../server/documents/records.ts';
import { takeIn } from '../../server/dossiers/intake.ts';
import {
  compileTemplate,
  completePaper,
  isInCatalogue,
  type PaperParts,
  renderTemplate,
  SAMPLE_PAPER,
  unknownVariables,
} from '../../templates/index.ts';
import { createPrinter, embeddedFonts } from '../../templates/printer/index.ts';
import { officialTemplates, tinosCss } from '../../templates/worker/index.ts';
import { CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { buildOffice, type Office } from '../support/build-office.ts';
import { decodeQr } from '../support/decode-qr.ts';
import { EXPECTED_PAPERS, fieldOf } from '../support/official-fields.ts';
import { readPdf } from '../support/read-pdf.ts';

const printer = createPrinter(process.env['CHROME_PATH'] ? { chromePath: process.env['CHROME_PATH'] } : {});
let office: Office;
const dossiers = new Map<string, PaperParts>();
beforeAll(async () => {
  await printer.check();
  office = await buildOffice('2026-04-17T03:00:00.000Z');
  for (const procedure of [HOUSE_PERMIT, CERTIFICATION]) {
    dossiers.set(procedure, await dossierOf(procedure));
  }
}, 60_000);
afterAll(async () => {
  await printer.close();
  await office.close();
});

const OFFICIAL = officialTemplates();
const paperOf = (key: string) => OFFICIAL.find((official) => official.key === key)!;

interface Filling {
  copies?: string[];
  data?: PaperParts;
}

function render(key: string, { copies, data }: Filling = {}): string {
  const { source, page, title, dataExample } = paperOf(key);
  const complete = completePaper(data ?? dataExample);
  return renderTemplate(compileTemplate(source).template!, complete, {
    page,
    title,
    fontCss: tinosCss(JSON.stringify(complete)),
    ...(copies && { copies }),
  });
}

async function print(key: string, filling?: Filling) {
  const { page, title } = paperOf(key);
  const pdf = await printer.print(render(key, filling), { page, title });
  return { pdf, ...(await readPdf(pdf)) };
}

/** Each paper is printed once for all that is asked of it. */
const printed = new Map<string, ReturnType<typeof print>>();
function printOnce(key: string) {
  const paper = printed.get(key) ?? print(key);
  printed.set(key, paper);
  return paper;
}

/** A dossier of the sample province, as its receipt was issued with. */
async function dossierOf(procedure: string): Promise<PaperParts> {
  const { samples } = (await office.runtime.catalogue.procedure(procedure))!;
  const body = createDossier.parse({ ...(samples[0] as object), channel: 'counter' });
  const asker = { actor: office.actor('motcua') };
  const order = { body, asker, language: 'vi' as const, present: ({ id }: { id: string }) => id };
  const code = (await takeIn(office.runtime, order)) as string;
  return (await office.runtime.documents.get(documentId(code, 'receipt-1')))!.doc.data;
}

/** Details go part by part over what the dossier says; accounts have no dossier. */
function dataOf(dossier: PaperParts, details: PaperParts = {}): PaperParts {
  const data: Record<string, unknown> = { accounts: SAMPLE_PAPER.accounts, ...dossier };
  for (const [part, value] of Object.entries(details)) {
    const before = data[part];
    data[part] = isRecord(value) && isRecord(before) ? { ...before, ...value } : value;
  }
  return data;
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

describe('the official papers', () => {
  it.each(OFFICIAL.map(({ key }) => key))('%s names only what the catalogue supplies', (key) => {
    const { source, dataExample } = paperOf(key);
    const { template, problems } = compileTemplate(source);
    expect(problems).toEqual([]);
    expect(unknownVariables(template!, isInCatalogue)).toEqual([]);
    for (const parts of [dataExample, SAMPLE_PAPER, {}]) {
      expect(renderTemplate(template!, completePaper(parts))).toContain('Độc lập - Tự do - Hạnh phúc');
    }
  });

  it('are all compared with what is prescribed', () => {
    const compared = new Set(EXPECTED_PAPERS.map(({ key }) => key));
    expect([...compared].sort()).toEqual(OFFICIAL.map(({ key }) => key).sort());
  });

  it.each(EXPECTED_PAPERS.map((paper) => [paper.key, paper.variant ?? 'as prescribed', paper] as const))(
    '%s of a dossier prints its fields in the prescribed order: %s',
    async (key, _, { procedure, details, fields }) => {
      const dossier = dossiers.get(procedure)!;
      const { pdf, pages } = await print(key, { data: dataOf(dossier, details) });
      const text = pages.join(' ');
      let from = 0;
      for (const expected of fields) {
        const field = fieldOf(expected, dossier.dossier!.code!);
        const found = text.indexOf(field, from);
        expect(found < 0 ? { missing: field, behind: text.slice(from, from + 300) } : {}).toEqual({});
        from = found + field.length;
      }
      expect(embeddedFonts(pdf).filter((font) => !font.startsWith('Tinos'))).toEqual([]);
    },
  );

  it.each(OFFICIAL.map(({ key }) => key))(
    '%s is a tagged PDF with a title, in Tinos alone, on its own sheet',
    async (key) => {
      const { pdf, title, isTagged, sheets } = await printOnce(key);
      const { size, orientation } = paperOf(key).page;
      const [short, long] = size === 'A4' ? [210, 297] : [148, 210];
      const sheet =
        orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
      expect({ title, isTagged, sheet: sheets[0] }).toEqual({
        title: paperOf(key).title,
        isTagged: true,
        sheet,
      });
      expect(embeddedFonts(pdf).filter((font) => !font.startsWith('Tinos'))).toEqual([]);
    },
  );

  it('fits the receipt of four papers on one A5 sheet, and each copy on its own', async () => {
    const { pages } = await print('receipt', {
      copies: ['Liên 1: Lưu tại Bộ phận Một cửa', 'Liên 2: Giao cho công dân'],
    });
    expect(pages.map((text) => /\(Liên [^)]*\)/.exec(text)?.[0])).toEqual([
      '(Liên 1: Lưu tại Bộ phận Một cửa)',
      '(Liên 2: Giao cho công dân)',
    ]);
  });

  it("puts the look-up address, and no personal number, into the receipt's QR code", async () => {
    expect(await decodeQr(render('receipt'))).toBe('https://motcua.example/tra-cuu/H01.12-260417-0001');
  });

  it("repeats a long table's head on every sheet", async () => {
    const { source, page, dataExample } = paperOf('register');
    const [row] = dataExample.register!.rows!;
    const rows = Array.from({ length: 60 }, (_, index) => ({ ...row!, index: index + 1 }));
    const data = completePaper({ ...dataExample, register: { ...dataExample.register, rows } });
    const html = renderTemplate(compileTemplate(source).template!, data, { page, fontCss: tinosCss() });
    const { pages } = await readPdf(await printer.print(html, { page }));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every((text) => text.includes('Tên thủ tục hành chính'))).toBe(true);
  });
});
