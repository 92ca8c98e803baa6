/** Reads the QR code off a printed PDF: its first page drawn by a real browser, looked at as a camera would. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import jsQR from 'jsqr';
import type { BrowserContext } from 'playwright-core';
import { PNG } from 'pngjs';

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** An address that leads nowhere: what the page asks for there is answered from the package. */
const DESK = 'http://reading-desk.invalid';
const DOTS_A_POINT = 3;

/** @returns the text of the code, undefined when there is none to be read */
export async function readPdfQr(context: BrowserContext, pdf: Uint8Array): Promise<string | undefined> {
  const page = await context.newPage();
  try {
    await page.route(`${DESK}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (!name.endsWith('.mjs'))
        return route.fulfill({ contentType: 'text/html', body: '<canvas></canvas>' });
      return route.fulfill({
        contentType: 'text/javascript',
        body: await readFile(join(library, 'build', name)),
      });
    });
    await page.goto(`${DESK}/`);
    const picture = await page.evaluate(draw, { bytes: [...pdf], desk: DESK, scale: DOTS_A_POINT });
    const { data, width, height } = PNG.sync.read(Buffer.from(picture.split(',')[1]!, 'base64'));
    return jsQR(new Uint8ClampedArray(data), width, height)?.data;
  } finally {
    await page.close();
  }
}

/** Runs in the page. @returns the first page as a PNG data address */
async function draw({
  bytes,
  desk,
  scale,
}: {
  bytes: number[];
  desk: string;
  scale: number;
}): Promise<string> {
  const pdfjs = await import(`${desk}/pdf.min.mjs`);
  pdfjs.GlobalWorkerOptions.workerSrc = `${desk}/pdf.worker.min.mjs`;
  const { promise } = pdfjs.getDocument({ data: new Uint8Array(bytes) });
  const page = await (await promise).getPage(1);
  const viewport = page.getViewport({ scale });
  const canvas = document.querySelector('canvas')!;
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
  return canvas.toDataURL('image/png');
}
