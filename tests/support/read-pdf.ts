/** What a reader sees in a PDF. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfContent {
  title: string;
  isTagged: boolean;
  /** millimetres */
  sheets: { width: number; height: number }[];
  /** each page's text in reading order, blanks collapsed */
  pages: string[];
}

export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await loading.promise;
  try {
    const { info } = await document.getMetadata();
    const mark = await document.getMarkInfo();
    const content: PdfContent = {
      title: (info as { Title?: string }).Title ?? '',
      isTagged: mark?.Marked === true,
      sheets: [],
      pages: [],
    };
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      content.sheets.push({ width: toMillimetres(width), height: toMillimetres(height) });
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      content.pages.push(text.normalize('NFC').replace(/\s+/g, ' ').trim());
    }
    return content;
  } finally {
    await loading.destroy();
  }
}

const toMillimetres = (points: number): number => Math.round((points / 72) * 25.4);
