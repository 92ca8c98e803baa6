/** Codes a machine reads: QR (TCVN 7322:2009) as vector drawings. */
import QRCode from 'qrcode';
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

function side(named: Named): number {
  const millimetres = isBlank(named['size']) ? 24 : toNumber(named['size']);
  if (millimetres < 10 || millimetres > 120) throw new BadArgument(named['size']);
  return millimetres;
}
