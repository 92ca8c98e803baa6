/** Reads the first QR that a page draws as SVG, without a browser. */
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { drawingToPng } from '../../server/documents/word/drawing-to-png.ts';

export function readDrawnQr(html: string): string | undefined {
  const [, width = '', height = '', viewBox = '', path = ''] =
    /<svg[^>]* width="([^"]+)" height="([^"]+)" viewBox="([^"]+)"[^>]*><path[^>]*\/><path d="([^"]+)"/.exec(
      html,
    ) ?? [];
  return path ? readQr(drawingToPng({ width, height, viewBox, path }).png) : undefined;
}

export function readQr(png: Uint8Array): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(png));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}
