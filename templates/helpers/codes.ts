/** Codes a machine reads: QR (TCVN 7322:2009) as vector drawings. */
import QRCode from 'qrcode';
import { code128 } from './code-128.ts';
import { asText, BadArgument, type Helper, isBlank, type Named } from './helper.ts';
import { toNumber } from './numbers.ts';

export const codeHelpers: Record<string, Helper> = {
  qr: {
    example: '{{{qr dossier.qr size=24}}}',
    describe: { vi: 'Mã QR; size là cạnh, tính bằng mm', en: 'A QR code; size is its side in mm' },
    isMarkup: true,
    run: ([value], named) => (isBlank(value) ? '' : qrSvg(asText(value), side(named))),
  },
  paperQr: {
    example:
      '{{{paperQr code=dossier.code procedure=procedure.code subject=applicant.identifier paper="…" system=system.name issuedAt=issuedAt dueAt=dossier.dueAt size=24}}}',
    describe: {
      vi: 'Mã QR có cấu trúc theo Điều 26 Thông tư 01/2023/TT-VPCP',
      en: 'The structured QR of Circular 01/2023, Art. 26',
    },
    isMarkup: true,
    run: (_, named) => qrSvg(paperQrText(named), side(named)),
  },
  barcode: {
    example: '{{{barcode dossier.code width=50 height=10}}}',
    describe: {
      vi: 'Mã vạch Code 128; width, height tính bằng mm',
      en: 'A Code 128 bar code; width and height in mm',
    },
    isMarkup: true,
    run: ([value], named) => (isBlank(value) ? '' : barcodeSvg(asText(value), named)),
  },
};

/**
 * The data a paper's QR must carry, in the order of TT 01/2023 Art. 26 (R103), joined by `|` with the layout's
 * version first: code, procedure, identifier of the person or organisation, name of the paper, system, time of
 * issue, and the due date (receipt) or validity (result). The circular prescribes no serialisation.
 * It holds a personal number, so it belongs on the paper only, never in a public address.
 */
export function paperQrText(named: Named): string {
  const fields = [
    'code',
    'procedure',
    'subject',
    'paper',
    'system',
    'issuedAt',
    'dueAt',
    'validity',
  ] as const;
  return ['1', ...fields.map((field) => asText(named[field]).replaceAll('|', ' '))]
    .join('|')
    .replace(/\|+$/, '');
}

/** Level M reads after a coffee stain and stays coarse enough for a cheap printer at 20 mm. */
function qrSvg(text: string, millimetres: number): string {
  if (text.length > 1200) throw new BadArgument(text);
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const quiet = 2;
  const size = modules.size + 2 * quiet;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
    }
  }
  return `<span class="code"><svg role="img" aria-label="Mã QR" xmlns="http://www.w3.org/2000/svg" width="${millimetres}mm" height="${millimetres}mm" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg></span>`;
}

function barcodeSvg(text: string, named: Named): string {
  const widths = code128(text);
  const quiet = 10;
  const total = widths.reduce((sum, width) => sum + width, 2 * quiet);
  let path = '';
  let x = quiet;
  widths.forEach((width, index) => {
    if (index % 2 === 0) path += `M${x} 0h${width}v1h-${width}z`;
    x += width;
  });
  const size = `width="${length(named['width'], 50)}mm" height="${length(named['height'], 10)}mm"`;
  return `<span class="code"><svg role="img" aria-label="Mã vạch" xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${total} 1" preserveAspectRatio="none" shape-rendering="crispEdges"><path d="${path}"/></svg></span>`;
}

function side(named: Named): number {
  return length(named['size'], 24);
}

/** Millimetres that a reader can scan and a sheet can hold. */
function length(given: unknown, otherwise: number): number {
  const millimetres = isBlank(given) ? otherwise : toNumber(given);
  if (millimetres < 5 || millimetres > 190) throw new BadArgument(given);
  return millimetres;
}
