/** Fields guessed from a pasted list: a column of a spreadsheet, or the lines of a paper form. */
import { foldVietnamese } from '../../ui/format/fold-vietnamese.ts';

export interface GuessedField {
  title: string;
  /** a kind of the palette */
  kind: string;
  required: boolean;
}

/**
 * One field a line: `Họ và tên`, `3. Ngày sinh: ......`, or cells separated by tabs: name, kind, required.
 * Dotted lines, numbering and trailing colons fall away; the kind is guessed from the words.
 */
export function guessFields(text: string): GuessedField[] {
  return text
    .split(/\r?\n/)
    .map(readLine)
    .filter((field) => field !== undefined);
}

function readLine(line: string): GuessedField | undefined {
  const [first = '', kindCell = '', requiredCell = ''] = line.split('\t').map((cell) => cell.trim());
  const title = first
    .replace(/^[\s\-–+*•]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))?\s*/iu, '')
    .replace(/[.…_]{3,}.*$/u, '')
    .replace(/\(\*\)|\*$/u, '')
    .replace(/[\s:;,]+$/u, '')
    .trim()
    .slice(0, 300);
  if (title === '') return undefined;
  return {
    title,
    kind: kindOf(kindCell) ?? kindOf(title) ?? 'text',
    required:
      /\(\*\)|\*\s*$/.test(first) || /^(x|co|bat buoc|true|1|yes)$/.test(foldVietnamese(requiredCell)),
  };
}

/** In the order asked: the first that fits decides. */
const WORDS: [RegExp, string][] = [
  [/\b(can cuoc|cccd|dinh danh ca nhan|chung minh nhan dan|cmnd|citizen)\b/, 'citizen-id'],
  [/\b(dien thoai|sdt|phone)\b/, 'phone'],
  [/\b(e-?mail|thu dien tu)\b/, 'email'],
  [/\b(ma so thue|mst|tax)\b/, 'tax-code'],
  [/^(ngay|date)\b|\bngay (cap|sinh|ky|bat dau|ket thuc|khoi cong)\b/, 'date'],
  [/\b(so tien|kinh phi|gia tri|le phi|phi|muc dau tu|money)\b/, 'money'],
  [/\b(dien tich|chieu (cao|dai|rong)|khoi luong|ty le|number)\b/, 'number'],
  [/\b(so luong|so tang|so nguoi|so ban|integer)\b/, 'integer'],
  [/\b(cam ket|cam doan|dong y|boolean)\b/, 'boolean'],
  [/\b(gioi tinh|loai|hinh thuc|tinh trang|select)\b/, 'select'],
  [/\b(noi dung|ly do|ghi chu|mo ta|de nghi|textarea)\b/, 'textarea'],
  [/\b(danh sach|bang ke|table)\b/, 'table'],
  [/\b(tep|ban ve|dinh kem|files)\b/, 'files'],
];

function kindOf(words: string): string | undefined {
  if (words === '') return undefined;
  const folded = foldVietnamese(words);
  return WORDS.find(([pattern]) => pattern.test(folded))?.[1];
}
