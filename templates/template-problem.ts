/** What can be wrong with a template: findings as data, and the error a rendering throws. */

export type Sentence = { vi: string; en: string };

/** A place in a template's source. Lines count from 1, columns from 1. */
export type Place = { line: number; column: number };

export type TemplateProblem = Place & {
  code: TemplateProblemCode;
  severity: 'error' | 'warning';
  message: Sentence;
};

/** The sentences of every finding; `{name}` is replaced by what the finding names. */
const SENTENCES = {
  'template.syntax': {
    vi: 'Cú pháp chưa đúng: {detail}',
    en: 'The syntax is wrong: {detail}',
  },
  'template.mustache-not-closed': {
    vi: 'Dấu {{ mở ở đây chưa có }} đóng lại',
    en: 'The {{ opened here has no closing }}',
  },
  'template.block-not-closed': {
    vi: 'Khối {{#{name}}} mở ở đây chưa được đóng bằng {{/{name}}}',
    en: 'The block {{#{name}}} opened here is never closed by {{/{name}}}',
  },
  'template.block-mismatch': {
    vi: '{{/{name}}} không khớp với khối đang mở {{#{open}}}',
    en: '{{/{name}}} does not match the open block {{#{open}}}',
  },
  'template.block-not-opened': {
    vi: '{{/{name}}} không có khối mở tương ứng',
    en: '{{/{name}}} closes a block that was never opened',
  },
  'template.unknown-helper': {
    vi: 'Không có hàm nào tên là "{name}"',
    en: 'There is no helper named "{name}"',
  },
  'template.unknown-partial': {
    vi: 'Không có phần dùng chung nào tên là "{name}"',
    en: 'There is no partial named "{name}"',
  },
  'template.dynamic-partial': {
    vi: 'Tên phần dùng chung phải viết sẵn, không được tính từ dữ liệu',
    en: 'A partial must be named outright, not computed from data',
  },
  'template.decorator': {
    vi: 'Không được định nghĩa lại phần dùng chung hay trang trí bằng {{*{name}}}',
    en: 'Decorators such as {{*{name}}} are not allowed',
  },
  'template.raw-output': {
    vi: '{{{{name}}}} sẽ chèn HTML chưa làm sạch; hãy viết {{{name}}}',
    en: '{{{{name}}}} would insert unescaped HTML; write {{{name}}}',
  },
  'template.forbidden-name': {
    vi: 'Không được dùng tên "{name}" trong mẫu văn bản',
    en: 'The name "{name}" may not be used in a template',
  },
  'template.forbidden-tag': {
    vi: 'Không được dùng thẻ <{name}> trong mẫu văn bản',
    en: 'The tag <{name}> may not be used in a template',
  },
  'template.forbidden-attribute': {
    vi: 'Không được dùng thuộc tính "{name}" trong mẫu văn bản',
    en: 'The attribute "{name}" may not be used in a template',
  },
  'template.foreign-address': {
    vi: 'Địa chỉ "{name}" trỏ ra ngoài văn bản; ảnh phải được nhúng dạng data:image/…',
    en: 'The address "{name}" points outside the paper; images must be embedded as data:image/…',
  },
  'template.unknown-variable': {
    vi: 'Không có dữ liệu nào tên là "{name}"',
    en: 'No record or form supplies "{name}"',
  },
  'template.missing-data': {
    vi: 'Dữ liệu của văn bản không có "{name}"',
    en: 'The data of the paper have no "{name}"',
  },
  'template.bad-argument': {
    vi: 'Hàm "{name}" không nhận giá trị {detail}',
    en: 'The helper "{name}" does not accept {detail}',
  },
  'template.too-many-steps': {
    vi: 'Mẫu lặp quá nhiều lần (hơn {limit} lượt)',
    en: 'The template loops too often (more than {limit} turns)',
  },
  'template.output-too-large': {
    vi: 'Văn bản quá lớn (hơn {limit} ký tự)',
    en: 'The paper is too large (more than {limit} characters)',
  },
  'template.too-slow': {
    vi: 'Dựng văn bản quá lâu (hơn {limit} mili giây) nên đã bị dừng',
    en: 'Rendering took too long (more than {limit} ms) and was stopped',
  },
  'template.too-long': {
    vi: 'Mẫu dài quá {limit} ký tự',
    en: 'The template is longer than {limit} characters',
  },
  'template.too-deep': {
    vi: 'Các khối lồng nhau quá {limit} lớp',
    en: 'Blocks are nested deeper than {limit}',
  },
  'template.too-many-fields': {
    vi: 'Mẫu có quá {limit} chỗ {{…}}',
    en: 'The template has more than {limit} places {{…}}',
  },
  'template.render-failed': {
    vi: 'Không dựng được văn bản: {detail}',
    en: 'The paper could not be rendered: {detail}',
  },
} as const satisfies Record<string, Sentence>;

export type TemplateProblemCode = keyof typeof SENTENCES;

/** A finding with its sentences; `values` fill the `{name}` places. */
export function templateProblem(
  code: TemplateProblemCode,
  place: Place,
  values: Record<string, string | number> = {},
  severity: TemplateProblem['severity'] = 'error',
): TemplateProblem {
  const sentence = SENTENCES[code];
  const { line, column } = place;
  return {
    code,
    severity,
    line,
    column,
    message: { vi: fill(sentence.vi, values), en: fill(sentence.en, values) },
  };
}

/** Thrown where a template cannot be rendered; `problem` says what and where. */
export class TemplateError extends Error {
  readonly problem: TemplateProblem;

  constructor(problem: TemplateProblem) {
    super(`${problem.message.en} (line ${problem.line}, column ${problem.column})`);
    this.name = 'TemplateError';
    this.problem = problem;
  }
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
