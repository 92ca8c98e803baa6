import { beforeAll, describe, expect, it } from '@jest/globals';
import PizZip from 'pizzip';
import { pageToWord } from '../../server/documents/word/page-to-word.ts';
import { compileTemplate, completePaper, renderTemplate } from '../../templates/index.ts';
import { type OfficialTemplate, officialTemplates } from '../../templates/worker/index.ts';
import { readQr } from '../support/read-drawn-qr.ts';

/** The official paper with its sample data, as its page and as the XML of its Word document. */
async function wordOf(key: string, copies: string[] = []) {
  const { source, page, title, dataExample } = officialTemplates().find((each) => each.key === key)!;
  const { template } = compileTemplate(source);
  const data = completePaper(dataExample);
  data.doc.qr = 'https://motcua.example/tra-cuu/H01.12-260417-0001/refusal-2';
  const html = renderTemplate(template!, data, { page, title, copies });
  const zip = new PizZip(await pageToWord(html, { page, title }));
  return { html, zip, xml: zip.file('word/document.xml')!.asText() };
}

const wordsOf = (markup: string): string[] =>
  markup
    .replace(/<head>[\s\S]*?<\/head>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .split(/\s+/)
    .filter(Boolean);

describe('a paper as a Word document', () => {
  it.each(officialTemplates().map(({ key }: OfficialTemplate) => key))(
    'says of %s every word of the page in its order',
    async (key) => {
      const { html, xml } = await wordOf(key);

      // boxes are drawn on the page and letters in Word; four hard spaces part what stands on one line
      const letters = (markup: string) =>
        wordsOf(markup)
          .join('')
          .replace(/[☐☑\u00a0]/g, '');
      expect(letters(xml)).toBe(letters(html));
    },
  );
});

describe('the receipt in Word', () => {
  let receipt: Awaited<ReturnType<typeof wordOf>>;
  beforeAll(async () => {
    receipt = await wordOf('receipt', ['Liên 1: Lưu', 'Liên 2: Giao cho công dân']);
  });

  it('has the sheet of its page, a section a copy', () => {
    expect(receipt.xml.match(/<w:pgSz w:w="8391" w:h="11906"/g)).toHaveLength(2);
    expect(receipt.xml).toContain('Liên 2: Giao cho công dân');
  });

  it('sets names side by side and in bold, as the page does', () => {
    expect(receipt.xml.match(/<w:tbl>/g)!.length).toBeGreaterThanOrEqual(4);
    expect(receipt.xml).toMatch(/<w:b\/>(<[^>]+>)*<w:t xml:space="preserve">Nguyễn Văn A \(mẫu\)/);
  });

  it('carries the codes as pictures that any Word shows', () => {
    const pictures = receipt.zip.file(/^word\/media\/.*\.png$/);

    expect(pictures.length).toBeGreaterThan(0);
    expect(readQr(pictures[0]!.asUint8Array())).toBe(
      'https://motcua.example/tra-cuu/H01.12-260417-0001/refusal-2',
    );
  });
});

describe('a table in Word', () => {
  it('repeats its head on every sheet and splits no row', async () => {
    const { xml } = await wordOf('register');

    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('<w:cantSplit/>');
  });
});
