import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numberInWords } from '../../templates/helpers/number-in-words.ts';
import { compileTemplate, renderBody } from '../../templates/index.ts';

const say = (source: string, data: object = {}) => {
  const { template, problems } = compileTemplate(source);
  expect(problems).toEqual([]);
  return renderBody(template!, data);
};

describe('numbers in words', () => {
  it.each([
    [0, 'không'],
    [1, 'một'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [50, 'năm mươi'],
    [55, 'năm mươi lăm'],
    [101, 'một trăm linh một'],
    [104, 'một trăm linh bốn'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [115, 'một trăm mười lăm'],
    [1000, 'một nghìn'],
    [1001, 'một nghìn không trăm linh một'],
    [1010, 'một nghìn không trăm mười'],
    [21_000, 'hai mươi mốt nghìn'],
    [105_000, 'một trăm linh năm nghìn'],
    [1_000_000, 'một triệu'],
    [1_005_021, 'một triệu không trăm linh năm nghìn không trăm hai mươi mốt'],
    [1_500_000, 'một triệu năm trăm nghìn'],
    [2_000_000_000, 'hai tỷ'],
    [1_000_005_021, 'một tỷ không trăm linh năm nghìn không trăm hai mươi mốt'],
    [-15, 'âm mười lăm'],
  ])('reads %d as "%s"', (number, words) => {
    expect(numberInWords(number)).toBe(words);
  });

  it('refuses what is not a whole number, or has more than 18 digits', () => {
    expect(() => numberInWords(1.5)).toThrow(RangeError);
    expect(() => numberInWords(10n ** 18n)).toThrow(RangeError);
  });

  it('reads different numbers differently', () => {
    const number = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n });
    fc.assert(
      fc.property(number, number, (a, b) => a === b || numberInWords(a) !== numberInWords(b)),
      { numRuns: 300 },
    );
  });
});

describe('helpers', () => {
  it.each([
    ['{{dateInWords "2026-02-05"}}', 'ngày 05 tháng 02 năm 2026'],
    ['{{dateTimeInWords "2026-04-17T01:30:00.000Z"}}', '08 giờ 30 phút, ngày 17 tháng 4 năm 2026'],
    ['{{dateInWords "2026-04-16T17:00:00.000Z"}}', 'ngày 17 tháng 4 năm 2026'],
    ['{{date "2026-04-16T16:59:59.000Z"}}', '16/04/2026'],
    ['{{dateTime "2026-05-04T10:00:00.000Z"}}', '17:00 ngày 04/05/2026'],
    ['{{timeInWords "2026-05-04T10:00:00.000Z"}}', '17 giờ 00 phút'],
    ['{{year "2026-12-31T18:00:00.000Z"}}', '2027'],
    ['{{placeAndDate "An Giang" "2026-02-05"}}', 'An Giang, ngày 05 tháng 02 năm 2026'],
    ['{{dateInWords ""}}', 'ngày …… tháng …… năm ……'],
    ['{{money 1500000}}', '1.500.000 đồng'],
    ['{{moneyInWords 1500000}}', 'Một triệu năm trăm nghìn đồng'],
    ['{{number 1234567.5}}', '1.234.567,5'],
    ['{{twoDigits 1}} {{twoDigits 12}}', '01 12'],
    ['{{ordinal 1}}, {{ordinal 2}}, {{ordinal 4}}', 'thứ nhất, thứ hai, thứ tư'],
    ['{{roman 3}} {{roman 8}} {{letter 4}} {{position 0}}', 'IV IX đ 1'],
    ['{{workingTime "P2DT4H"}}; {{workingTime "PT30M"}}', '02 ngày 04 giờ làm việc; 30 phút làm việc'],
    [
      '{{workingTime "P0DT4H30M"}}; {{workingTime "P1DT0H0M"}}; {{workingTime "PT0M"}}',
      '04 giờ 30 phút làm việc; 01 ngày làm việc; 00 giờ làm việc',
    ],
    ['{{upper "Trung tâm Phục vụ hành chính công"}}', 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG'],
    ['{{capitalise "đơn đề nghị"}} {{lower "SỞ"}}', 'Đơn đề nghị sở'],
    ['{{orDots ""}}|{{otherwise "" "không có"}}|{{concat "7" "/PXL"}}', '……………|không có|7/PXL'],
    ['{{checkbox true}}{{checkbox false}}', '<span class="box ticked"></span><span class="box"></span>'],
  ])('%s prints %s', (source, text) => {
    expect(say(source)).toBe(text);
  });

  it.each([
    [{ amount: 15, unit: 'calendar-days' }, '15 ngày'],
    [{ amount: 5, unit: 'working-days' }, '05 ngày làm việc'],
    [{ amount: 4, unit: 'working-hours' }, '04 giờ làm việc'],
    [{ amount: 1, unit: 'same-day' }, 'trong ngày làm việc'],
  ])('writes the time limit %j as "%s"', (limit, text) => {
    expect(say('{{timeLimit limit}}', { limit })).toBe(text);
  });

  it('keeps line breaks of a text and nothing else of its markup', () => {
    expect(say('{{lines text}}', { text: 'một <b>\nhai' })).toBe('một &lt;b&gt;<br>hai');
  });

  it('compares inside conditions', () => {
    const source = '{{#if (and (eq a 1) (not b))}}x{{else if (gt a 5)}}y{{else}}z{{/if}}';
    expect([{ a: 1 }, { a: 6 }, { a: 1, b: true }].map((data) => say(source, { b: false, ...data }))).toEqual(
      ['x', 'y', 'z'],
    );
  });

  it('walks lists and objects with their positions', () => {
    const source =
      '{{#each list as |item|}}{{position @index}}{{item.name}}{{#if @last}}.{{else}},{{/if}}{{else}}none{{/each}}';
    expect(say(source, { list: [{ name: 'a' }, { name: 'b' }] })).toBe('1a,2b.');
    expect(say(source, { list: [] })).toBe('none');
    expect(say('{{#each form}}{{@key}}={{this}} {{/each}}', { form: { x: 1, y: 2 } })).toBe('x=1 y=2 ');
  });

  it('says where a helper was given what it cannot print', () => {
    const { template } = compileTemplate('<p>\n  {{date when}}</p>');
    expect(() => renderBody(template!, { when: 'hôm qua' })).toThrow(
      'The helper "date" does not accept "hôm qua" (line 2, column 3)',
    );
  });
});
