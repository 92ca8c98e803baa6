/** Reads a QR code off a paper as a camera would. */
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { launchChromium } from '../../templates/printer/launch-chromium.ts';

/** The text of the code in the upper part of an HTML page, rendered at about 150 dots an inch. */
export async function decodeQr(html: string): Promise<string | undefined> {
  const browser = await launchChromium(process.env['CHROME_PATH']);
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 640, height: 420, deviceScaleFactor: 1.5 });
    await page.setContent(html, { waitUntil: 'load' });
    const { data, width, height } = PNG.sync.read(Buffer.from(await page.screenshot()));
    return jsQR(new Uint8ClampedArray(data), width, height)?.data;
  } finally {
    await browser.close();
  }
}
