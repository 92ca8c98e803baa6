import { describe, expect, it } from '@jest/globals';
import { code128 } from '../../templates/helpers/code-128.ts';
import { paperQrText } from '../../templates/helpers/codes.ts';
import { compileTemplate, renderBody } from '../../templates/index.ts';

const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0);

describe('code 128', () => {
  const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  const symbolOf = (char: string) => code128(char).slice(6, 12);

  it('gives each character eleven modules, its bars an even number of them', () => {
    for (const symbol of PRINTABLE.map(symbolOf)) {
      expect(sum(symbol)).toBe(11);
      expect(sum(symbol.filter((_, index) => index % 2 === 0)) % 2).toBe(0);
    }
  });

  it('gives no two characters the same bars', () => {
    expect(new Set(PRINTABLE.map((char) => symbolOf(char).join(''))).size).toBe(95);
  });

  it('frames the text with start, check and stop', () => {
    const widths = code128('H01.12-260417-0001');
    expect(sum(widths)).toBe(11 * (18 + 2) + 13);
    expect(widths.slice(0, 6)).toEqual([2, 1, 1, 2, 1, 4]);
    expect(widths.slice(-7)).toEqual([2, 3, 3, 1, 1, 1, 2]);
    // 104 + 48 + 2*42 + 3*42 + 4*17 + 5*18 + 6*19 + 7*35 = 879, modulo 103: 55, the bars of "W".
    expect(code128('PJJ123C').slice(-13, -7)).toEqual(symbolOf('W'));
  });

  it('refuses letters that it cannot hold', () => {
    expect(() => code128('Đ')).toThrow(RangeError);
  });
});

describe('the structured QR of a paper (TT 01/2023 Art. 26)', () => {
  it('holds the prescribed data in their order, the version of the layout first', () => {
    const data = {
      code: 'H01.12-260417-0001',
      procedure: '1.013225',
      subject: '000000000000',
      paper: 'Giấy tiếp nhận | hẹn trả',
      system: 'Hệ thống mẫu',
      issuedAt: '2026-04-17T01:42:00.000Z',
      dueAt: '2026-05-04T10:00:00.000Z',
    };
    expect(paperQrText(data)).toBe(
      '1|H01.12-260417-0001|1.013225|000000000000|Giấy tiếp nhận   hẹn trả|Hệ thống mẫu|2026-04-17T01:42:00.000Z|2026-05-04T10:00:00.000Z',
    );
    expect(paperQrText({ code: 'A' })).toBe('1|A');
  });

  it('is drawn as a vector of the size that is asked for', () => {
    const { template } = compileTemplate('{{{paperQr code="A" size=20}}}');
    expect(renderBody(template!, {})).toContain('width="20mm" height="20mm"');
  });
});
