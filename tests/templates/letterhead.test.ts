import { describe, expect, it } from '@jest/globals';
import { compileTemplate, completePaper, type PaperParts, renderBody } from '../../templates/index.ts';

const UNITS = [
  {
    parentName: 'UBND phường Long Xuyên (mẫu)',
    name: 'Trung tâm Phục vụ hành chính công phường Long Xuyên (mẫu)',
    address: 'Phường Long Xuyên, tỉnh An Giang',
    phone: '0296 000 0031',
  },
  {
    parentName: 'UBND tỉnh An Giang (mẫu)',
    name: 'Sở Xây dựng tỉnh An Giang (mẫu)',
    address: 'Số 99 đường Mẫu, phường Long Xuyên',
    phone: '0296 000 0006',
  },
];

/** The lines of the head, left column first. */
function head(call: string, parts: PaperParts): string[] {
  const body = renderBody(compileTemplate(call).template!, completePaper(parts));
  return [...body.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, line]) => line!.replace(/<[^>]*>/g, ''));
}

describe('the letterhead', () => {
  it.each(UNITS)('is that of the unit that issues the paper: $name', (unit) => {
    const lines = head('{{> header withContact=true}}', {
      unit,
      doc: { number: '01/TB' },
      place: 'An Giang',
    });

    expect(lines.slice(0, 5)).toEqual([
      unit.parentName,
      unit.name,
      'Số: 01/TB',
      `Địa chỉ: ${unit.address}`,
      `Điện thoại: ${unit.phone}`,
    ]);
  });

  it('leaves out what the unit does not have', () => {
    const lines = head('{{> header withContact=true}}', { unit: { name: 'UBND tỉnh An Giang (mẫu)' } });

    expect(lines.slice(0, 3)).toEqual([
      'UBND tỉnh An Giang (mẫu)',
      'Số: ……………',
      'Cộng hòa xã hội chủ nghĩa Việt Nam',
    ]);
  });

  it('says which paper this one takes the place of, and carries the QR that checks it', () => {
    const doc = {
      qr: 'https://motcua.example/tra-cuu/H01-260417-0001/apology-2',
      replaces: '01/PXL ngày 17/04/2026',
    };
    const body = renderBody(compileTemplate('{{> header}}').template!, completePaper({ doc }));

    expect(body).toContain('(Thay thế văn bản số 01/PXL ngày 17/04/2026)');
    expect(body).toMatch(/<div class="check"><span class="code"><svg/);
  });
});
