/** The codes of a paper (QR, bar code) are drawings of black rectangles; older Word wants them as pixels. */

import { deflateSync } from 'node:zlib';
import { crc32 } from './crc-32.ts';

export interface Drawing {
  /** millimetres */
  width: number;
  height: number;
  png: Uint8Array;
}

/** Pixels of a module's side: sharp when printed at 25 mm. */
const SCALE = 6;

/** @param svg attributes of the drawing, and `d` of its black path: `M2 3h1v1h-1z…` */
export function drawingToPng(svg: { width: string; height: string; viewBox: string; path: string }): Drawing {
  const [, , across = 0, down = 0] = svg.viewBox.split(' ').map(Number);
  const width = Number.parseFloat(svg.width);
  const height = Number.parseFloat(svg.height);
  // A bar code is one module high, drawn over its whole height.
  const tall = Math.max(1, Math.round((across * height) / width / Math.max(1, down)));
  const pixels = { width: across * SCALE, height: down * SCALE * tall };
  const lines = Array.from({ length: pixels.height }, () => new Uint8Array(pixels.width + 1).fill(255, 1));
  for (const [, x = '', y = '', wide = '', high = ''] of svg.path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)/g)) {
    const top = Number(y) * SCALE * tall;
    for (const line of lines.slice(top, top + Number(high) * SCALE * tall))
      line.fill(0, 1 + Number(x) * SCALE, 1 + (Number(x) + Number(wide)) * SCALE);
  }
  return { width, height, png: pngOf(pixels, lines) };
}

/** Eight-bit grey, a filter byte before each line (PNG, 2nd edition). */
function pngOf({ width, height }: { width: number; height: number }, lines: Uint8Array[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}
