/** Fields guessed from a list in rows of cells, or from the lines of a paper form. Every guess is to be confirmed. */
import { foldVietnamese } from '../../../ui/format/fold-vietnamese.ts';
import { guessKind } from './guess-kind.ts';
import { parseDelimited } from './parse-delimited.ts';

export interface GuessedField {
  title: string;
  /** a kind of the palette, or `section`: the fields that follow stand in it */
  kind: string;
  required: boolean;
  /** of a select */
  options?: string[];
  help?: string;
  /** of a table */
  columns?: GuessedField[];
}

/**
 * One field a line: `Họ và tên`, `3. Ngày sinh: ......`, several labels before dotted runs; or cells: name, kind,
 * required. Dotted lines, numbering and trailing colons fall away; the kind is guessed from the words.
 */
export const guessFields = (text: string): GuessedField[] => guessFromRows(parseDelimited(text));

/** Rows of a sheet. Among the first a head may name the columns: tên, loại, bắt buộc, lựa chọn, hướng dẫn. */
export function guessFromRows(rows: readonly (readonly string[])[]): GuessedField[] {
  const headAt = rows.slice(0, HEAD_WITHIN).findIndex((cells) => readHead(cells) !== undefined);
  const head = readHead(rows[headAt] ?? []);
  return rows.slice(headAt + 1).flatMap((cells) => {
    if (head || cells.length > 1) return readCells(cells, head ?? PLAIN);
    return guessFromLine(cells[0] ?? '');
  });
}

/** Titles of the sheet may stand above. */
const HEAD_WITHIN = 10;

/** The fields that a line of a paper form asks for; none when it is no more than text. */
export function guessFromLine(line: string): GuessedField[] {
  if (isFormality(line)) return [];
  const section = SECTION.exec(line.trim());
  if (section?.[1] && !DOTS.test(line)) return [fieldOf(section[1], { kind: 'section' })];
  return line
    .split(DOTS)
    .map((piece) => fieldOf(piece))
    .filter(({ title }) => /\p{L}{2}/u.test(title));
}

/** A label as a field: its numbering, star and colon fall away. */
export function fieldOf(label: string, { kind }: { kind?: string } = {}): GuessedField {
  const title = label
    .replace(/^[\s\-–+*•;,/☐□]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))?\s*/iu, '')
    .replace(/\(\*\)|\*$/u, '')
    .replace(/[\s:;,]+$/u, '')
    .trim()
    .slice(0, 300);
  const calm = isShouted(title) ? title.toLowerCase() : title;
  return {
    title: calm.charAt(0).toUpperCase() + calm.slice(1),
    kind: kind ?? guessKind(title) ?? 'text',
    required: /\(\*\)|\*\s*:?\s*$/.test(label),
  };
}

/** In capitals throughout, as headings on paper are; a word alone may be an abbreviation. */
const isShouted = (title: string): boolean => title.includes(' ') && title === title.toUpperCase();

/** Where an answer is written on paper. */
const DOTS = /(?:[.…_]\s?){3,}|…/u;

/** `I. THÔNG TIN CHỦ HỘ`, `Phần 2: Công trình` */
const SECTION = /^(?:phần\s+(?:\d+|[ivx]+)|[IVX]{1,4})\s*[.:)–-]\s*(.{3,120}?)[:.]?$/iu;

/** What stands on every paper and asks nothing. */
const isFormality = (line: string): boolean =>
  /^\W*(cong hoa xa hoi|doc lap|kinh gui|mau so|ten toi la|\(?ky)\b|\bngay\b.*\bthang\b.*\bnam\b/.test(
    foldVietnamese(line.trim()),
  );

type Role = 'name' | 'kind' | 'required' | 'options' | 'help';
type Head = Partial<Record<Role, number>>;

const PLAIN: Head = { name: 0, kind: 1, required: 2, options: 3, help: 4 };

const HEAD_WORDS: [Role, RegExp][] = [
  ['required', /bat buoc|required/],
  ['options', /lua chon|danh muc|gia tri cho phep|options/],
  ['help', /huong dan|ghi chu|mo ta|help/],
  ['kind', /^(loai|kieu|dinh dang|type|kind)/],
  ['name', /^(ten|truong|nhan|noi dung|thong tin|chi tieu|field|label|name)/],
];

/** A row is a head when it names the column of names and one more. */
function readHead(cells: readonly string[]): Head | undefined {
  const head: Head = {};
  for (const [place, cell] of cells.entries()) {
    const found = HEAD_WORDS.find(
      ([role, words]) => head[role] === undefined && words.test(foldVietnamese(cell)),
    );
    if (found) head[found[0]] = place;
  }
  return head.name !== undefined && Object.keys(head).length > 1 ? head : undefined;
}

function readCells(cells: readonly string[], head: Head): GuessedField[] {
  const cell = (role: Role) => cells[head[role] ?? -1] ?? '';
  const [named] = guessFromLine(cell('name'));
  if (!named) return [];
  const options = cell('options')
    .split(/[;|\n]/)
    .map((option) => option.trim())
    .filter(Boolean);
  const said = guessKind(cell('kind'));
  return [
    {
      ...named,
      kind: said ?? (options.length > 0 ? 'select' : named.kind),
      required: named.required || /^(x|co|bat buoc|true|1|yes)$/.test(foldVietnamese(cell('required'))),
      ...(options.length > 0 ? { options } : {}),
      ...(cell('help') === '' ? {} : { help: cell('help') }),
    },
  ];
}
