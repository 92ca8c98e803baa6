import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pdfLib } from '../../server/documents/pdf-lib.ts';
import { openKey, requireValid, type SigningKey } from '../../server/documents/signatures/open-key.ts';
import { readKeySettings } from '../../server/documents/signatures/settings.ts';
import { signPdf } from '../../server/documents/signatures/sign-pdf.ts';
import { openSigningKeys } from '../../server/documents/signatures/signing-keys.ts';
import { createPrinter } from '../../templates/printer/printer.ts';
import { buildP12 } from '../support/build-p12.ts';
import { readSignature } from '../support/read-signature.ts';

const PASSWORD = 'mat-khau-mau';
const AT = '2026-04-17T03:00:00.000Z';
const FACTS = { reason: 'Ban hành 12/PTC', location: 'Long Xuyên', at: AT };

let folder: string;
const at = (name: string) => join(folder, name);
const put = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  await writeFile(at(name), bytes);
  return at(name);
};
let key: SigningKey;
let signed: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-signatures-'));
  key = await openKey({ file: await put('unit.p12', buildP12()), password: PASSWORD });
  const printer = createPrinter({});
  const printed = await printer.print(
    '<html lang="vi"><head><title>Phiếu từ chối</title></head><body><h1>Phiếu từ chối</h1></body></html>',
    {
      title: 'Phiếu từ chối',
      page: { size: 'A4', orientation: 'portrait', margin: '20mm' },
    },
  );
  await printer.close();
  signed = await signPdf(printed, { key, facts: FACTS });
}, 30_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a signed paper', () => {
  it('carries a signature of the certificate over every byte of the file', () => {
    expect(readSignature(signed)).toMatchObject({
      coversWhole: true,
      isIntact: true,
      isAuthentic: true,
      namesCertificate: true,
      subject: 'UBND phường Long Xuyên (mẫu)',
      signedAt: AT,
    });
  });

  it('is broken by a single changed byte', () => {
    const changed = Uint8Array.from(signed);
    changed[40] = changed[40]! ^ 1;

    expect(readSignature(changed)).toMatchObject({ isIntact: false, isAuthentic: true });
  });

  it('stays the tagged PDF with its title that was printed', async () => {
    const document = await pdfLib().PDFDocument.load(signed, { updateMetadata: false });

    expect(document.getTitle()).toBe('Phiếu từ chối');
    expect(document.getPageCount()).toBe(1);
    expect(Buffer.from(signed).toString('latin1')).toContain('/StructTreeRoot');
  });

  const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined;
  (hasPdfsig ? it : it.skip)('is valid for pdfsig of poppler', async () => {
    const report = execFileSync('pdfsig', ['-nocert', await put('signed.pdf', signed)], { encoding: 'utf8' });

    expect(report).toContain('Signature is Valid');
    expect(report).toContain('Total document signed');
  });
});

describe('a key', () => {
  it.each([
    ['a missing file', async () => ({ file: at('none.p12'), password: PASSWORD }), 'signature.key-missing'],
    [
      'a wrong password',
      async () => ({ file: await put('locked.p12', buildP12()), password: 'sai' }),
      'signature.wrong-password',
    ],
    [
      'a file that is no key',
      async () => ({ file: await put('text.p12', 'xin chào'), password: PASSWORD }),
      'signature.not-a-key',
    ],
  ])('is refused for %s', async (_name, setting, code) => {
    await expect(setting().then(openKey)).rejects.toMatchObject({ code });
  });

  it('is refused before and after the time of its certificate', () => {
    expect(() => requireValid(key, '2025-12-31T23:59:59.000Z')).toThrow('signature.not-yet-valid');
    expect(() => requireValid(key, '2028-01-01T00:00:00.000Z')).toThrow('signature.expired');
    expect(() => requireValid(key, AT)).not.toThrow();
  });
});

describe('the keys of an installation', () => {
  const units = new Map([
    ['tinh', {}],
    ['phuong', { parent: 'tinh' }],
    ['phong', { parent: 'phuong' }],
  ]);

  it('are chosen by the person, then the unit or the nearest above it, then for all', async () => {
    const file = await put('all.p12', buildP12());
    const keys = await openSigningKeys([
      { file, password: PASSWORD, person: 'lanhdao' },
      { file, password: PASSWORD, unit: 'phuong' },
      { file, password: PASSWORD },
    ]);
    const holder = (whose: { account?: string; unit: string }) =>
      keys.usable({ ...whose, units }, AT)?.setting;

    expect(holder({ account: 'lanhdao', unit: 'phong' })).toMatchObject({ person: 'lanhdao' });
    expect(holder({ account: 'motcua', unit: 'phong' })).toMatchObject({ unit: 'phuong' });
    expect(holder({ unit: 'tinh' })).toEqual({ file, password: PASSWORD });
  });

  it('sign nothing while they cannot, say why, and are looked at again once they are mended', async () => {
    const setting = { file: at('later.p12'), password: PASSWORD };
    const keys = await openSigningKeys([setting]);
    const whose = { unit: 'phong', units };

    expect(keys.usable(whose, AT)).toBeUndefined();
    expect(keys.faults(AT)).toMatchObject([{ code: 'signature.key-missing' }]);
    await expect(keys.require(whose, AT)).rejects.toMatchObject({ code: 'signature.key-missing' });

    await put('later.p12', buildP12());

    await expect(keys.require(whose, AT)).resolves.toBeUndefined();
    expect(keys.usable(whose, AT)).toBeDefined();
    expect(keys.faults(AT)).toEqual([]);
  });

  it('are read from a list beside which the files lie', async () => {
    const keysFile = await put(
      'keys.json',
      JSON.stringify([{ file: 'a.p12', password: 'b', unit: 'phuong' }]),
    );

    expect(await readKeySettings({ keysFile, p12: { file: '/c.p12', password: 'd' } })).toEqual([
      { file: at('a.p12'), password: 'b', unit: 'phuong' },
      { file: '/c.p12', password: 'd' },
    ]);
  });

  it.each([
    ['is not there', 'none.json', null],
    ['is no JSON', 'bad.json', '{'],
    ['names neither unit nor person', 'nobody.json', '[{"file":"a","password":"b"}]'],
  ])('stop the start with a sentence when the list %s', async (_why, name, text) => {
    await Promise.all(text === null ? [] : [put(name, text)]);

    await expect(readKeySettings({ keysFile: at(name) })).rejects.toMatchObject({
      sentences: [expect.stringContaining('SIGNING_KEYS')],
    });
  });
});
