import { describe, expect, it } from '@jest/globals';
import PizZip from 'pizzip';
import { checkWordForm, fillWordForm } from '../../server/documents/word/word-form.ts';
import { buildWord } from '../support/build-word.ts';

const wordsOf = (bytes: Uint8Array): string =>
  new PizZip(bytes)
    .file('word/document.xml')!
    .asText()
    .replace(/<w:br\/>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .trim();

const DATA = {
  doc: { number: '12/PTC' },
  issuedAt: '2026-04-17T03:00:00.000Z',
  applicant: { fullName: 'Nguyễn Văn A (mẫu) & <b>con</b>' },
  reason: 'Dòng một\nDòng hai',
  components: [
    { index: 1, name: 'Đơn', originals: 1, certified: 0, copies: 0, note: '' },
    { index: 2, name: 'Bản vẽ', originals: 2, certified: 0, copies: 0, note: '' },
  ],
  form: { landArea: 120 },
};

describe('a Word form', () => {
  it.each([
    ['a name of the catalogue', '{doc.number}', '12/PTC'],
    ['a helper of the templates', '{dateInWords issuedAt}', 'ngày 17 tháng 4 năm 2026'],
    ['a bare moment as people read it', '{issuedAt}', '10:00 ngày 17/04/2026'],
    ['a field of the e-form', '{form.landArea} m²', '120 m²'],
    ['what is blank as nothing', 'Email: {applicant.email}.', 'Email: .'],
    [
      'data that look like markup as they are',
      '{applicant.fullName}',
      'Nguyễn Văn A (mẫu) &amp; &lt;b&gt;con&lt;/b&gt;',
    ],
    ['lines of a text as lines', '{reason}', 'Dòng một\nDòng hai'],
    [
      'a list, with names of its items and of the paper',
      '{#components}{index}. {name} ({doc.number}); {/components}',
      '1. Đơn (12/PTC); 2. Bản vẽ (12/PTC);',
    ],
  ])('fills in %s', async (_what, text, expected) => {
    const form = await buildWord(text);

    expect(checkWordForm(form)).toEqual([]);
    expect(wordsOf(fillWordForm(form, DATA))).toBe(expected);
  });

  it.each([
    ['a name that no record supplies', '{dossier.kode}', 'word-form.unknown-name', 'dossier.kode'],
    ['an item’s name outside its list', '{originals}', 'word-form.unknown-name', 'originals'],
    ['an unknown helper', '{hack issuedAt}', 'word-form.bad-tag', 'hack issuedAt'],
    ['a helper that draws', '{qr dossier.qr}', 'word-form.bad-tag', 'qr dossier.qr'],
    ['raw XML', '{@reason}', 'word-form.bad-tag', 'reason'],
    ['code', '{constructor.constructor("x")()}', 'word-form.bad-tag', 'constructor.constructor("x")()'],
    ['a tag that is not closed', 'Số {doc.number', 'word-form.unclosed-tag', 'doc.number'],
    ['a loop that is not closed', '{#components}{name}', 'word-form.unclosed-loop', 'components'],
    ['loops that cross', '{#components}{/handovers}', 'word-form.unclosed-loop', 'components'],
  ])('is refused for %s, by the name of the tag', async (_what, text, code, tag) => {
    expect(checkWordForm(await buildWord(text))).toContainEqual({ code, tag });
  });

  it('names every fault at once', async () => {
    const faults = checkWordForm(await buildWord('{dossier.kode}', '{#components}{nam}{/components}'));

    expect(faults.map(({ tag }) => tag)).toEqual(['dossier.kode', 'nam']);
  });

  it('is refused when it is no Word document', () => {
    expect(checkWordForm(Buffer.from('xin chào'))).toEqual([{ code: 'word-form.not-word', tag: '' }]);
  });

  it('is refused when it would unpack to more than an office document holds', () => {
    const bomb = new PizZip();
    bomb.file('word/document.xml', '<w:document/>');
    bomb.file('word/media/huge.bin', Buffer.alloc(1_000_000));
    const bytes = bomb.generate({ type: 'nodebuffer', compression: 'DEFLATE' });

    expect(bytes.length).toBeLessThan(10_000);
    expect(checkWordForm(bytes, { unpackedLimit: 900_000 })).toEqual([
      { code: 'word-form.too-large', tag: '' },
    ]);
  });
});
