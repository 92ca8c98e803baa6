/** Text as papers print it: capitals, dotted places to fill in, lists, lines. */
import { asText, escapeHtml, type Helper, isBlank } from './helper.ts';
import { capitalise } from './numbers.ts';

export const textHelpers: Record<string, Helper> = {
  upper: {
    example: '{{upper unit.name}}',
    describe: { vi: 'VIẾT HOA', en: 'Capitals' },
    run: ([value]) => asText(value).toLocaleUpperCase('vi'),
  },
  lower: {
    example: '{{lower unit.name}}',
    describe: { vi: 'viết thường', en: 'Small letters' },
    run: ([value]) => asText(value).toLocaleLowerCase('vi'),
  },
  capitalise: {
    example: '{{capitalise reason}}',
    describe: { vi: 'Viết hoa chữ đầu', en: 'A capital first letter' },
    run: ([value]) => capitalise(asText(value)),
  },
  orDots: {
    example: '{{orDots applicant.email}}',
    describe: {
      vi: 'Giá trị, hoặc dấu chấm để điền tay khi còn trống',
      en: 'The value, or dots to fill in by hand',
    },
    run: ([value]) => (isBlank(value) ? '……………' : asText(value)),
  },
  otherwise: {
    example: "{{otherwise applicant.email 'không có'}}",
    describe: { vi: 'Giá trị, hoặc câu chữ thay thế khi trống', en: 'The value, or another text when blank' },
    run: ([value, other]) => (isBlank(value) ? asText(other) : asText(value)),
  },
  choose: {
    example: "{{choose dossier.channel 'trực tiếp' 'Nộp tại quầy' 'trực tuyến' 'Nộp trên mạng'}}",
    describe: {
      vi: 'Câu chữ ứng với từng giá trị; giá trị không có trong danh sách thì in nguyên',
      en: 'A text for each value; a value without one is printed as it is',
    },
    run: ([value, ...pairs]) => {
      const at = pairs.findIndex((pair, index) => index % 2 === 0 && pair === asText(value));
      return at < 0 ? asText(value) : asText(pairs[at + 1]);
    },
  },
  join: {
    example: "{{join recipients ', '}}",
    describe: { vi: 'Nối một danh sách thành câu', en: 'A list as one text' },
    run: ([list, separator]) =>
      Array.isArray(list)
        ? list.map(asText).join(typeof separator === 'string' ? separator : ', ')
        : asText(list),
  },
  concat: {
    example: "{{concat doc.number '/PXL'}}",
    describe: { vi: 'Ghép các giá trị liền nhau', en: 'Values side by side' },
    run: (values) => values.map(asText).join(''),
  },
  lines: {
    example: '{{lines reason}}',
    describe: { vi: 'Văn bản nhiều dòng, giữ chỗ xuống dòng', en: 'A text of several lines' },
    isMarkup: true,
    run: ([value]) => asText(value).split(/\r?\n/).map(escapeHtml).join('<br>'),
  },
  checkbox: {
    example: '{{checkbox form.isUrgent}}',
    describe: { vi: 'Ô vuông, đánh dấu khi đúng', en: 'A box, ticked when true' },
    isMarkup: true,
    run: ([value]) => `<span class="box${value ? ' ticked' : ''}"></span>`,
  },
};
