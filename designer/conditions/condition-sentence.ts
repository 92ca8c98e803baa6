/** Conditions between FEEL and rows of a sentence: "Hiện khi [Loại công trình] [là] [Sửa chữa]". */

export type Comparison =
  | 'is'
  | 'is-not'
  | 'more'
  | 'less'
  | 'at-least'
  | 'at-most'
  | 'filled'
  | 'empty'
  | 'holds';

export interface ConditionRow {
  /** path of the field: `loaiCongTrinh`, `thuaDat.dienTich` */
  field: string;
  comparison: Comparison;
  /** absent for filled and empty */
  value?: string | number | boolean;
}

export interface ConditionSentence {
  join: 'and' | 'or';
  rows: ConditionRow[];
}

/** @returns `undefined` when the expression is more than rows can say; it is then edited as FEEL */
export function readCondition(expression: string): ConditionSentence | undefined {
  const text = expression.trim().replace(/^=\s*/, '');
  if (text === '') return { join: 'and', rows: [] };
  const pieces = text.split(/\s+(and|or)\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const joins = new Set(pieces.filter((_, index) => index % 2 === 1));
  if (joins.size > 1) return undefined;
  const rows = pieces.filter((_, index) => index % 2 === 0).map(readRow);
  if (rows.some((row) => row === undefined)) return undefined;
  return { join: joins.has('or') ? 'or' : 'and', rows: rows as ConditionRow[] };
}

/** The FEEL of a sentence; empty when it has no complete row. */
export const writeCondition = ({ join, rows }: ConditionSentence): string =>
  rows
    .filter(({ field }) => field !== '')
    .map(writeRow)
    .join(` ${join} `);

/** Can FEEL speak of this field? */
export const isNameable = (path: string): boolean => new RegExp(`^${NAME}$`, 'u').test(path);

const NAME = '[\\p{L}_][\\p{L}\\d_]*(?:\\.[\\p{L}_][\\p{L}\\d_]*)*';
const ROW = new RegExp(
  `^(${NAME})\\s*(=|!=|>=|<=|>|<)\\s*(null|true|false|-?\\d+(?:\\.\\d+)?|"(?:[^"\\\\]|\\\\.)*")$`,
  'u',
);
const CONTAINS = new RegExp(
  `^list contains\\((${NAME}),\\s*("(?:[^"\\\\]|\\\\.)*"|-?\\d+(?:\\.\\d+)?)\\)$`,
  'u',
);

const SIGNS: Record<string, Comparison> = {
  '=': 'is',
  '!=': 'is-not',
  '>': 'more',
  '<': 'less',
  '>=': 'at-least',
  '<=': 'at-most',
};

function readRow(piece: string): ConditionRow | undefined {
  const contains = CONTAINS.exec(piece.trim());
  if (contains)
    return { field: contains[1] as string, comparison: 'holds', value: JSON.parse(contains[2] as string) };
  const match = ROW.exec(piece.trim());
  if (!match) return undefined;
  const [, field = '', sign = '', literal = ''] = match;
  if (literal === 'null') {
    if (sign !== '=' && sign !== '!=') return undefined;
    return { field, comparison: sign === '=' ? 'empty' : 'filled' };
  }
  return { field, comparison: SIGNS[sign] as Comparison, value: JSON.parse(literal) };
}

function writeRow({ field, comparison, value }: ConditionRow): string {
  if (comparison === 'empty') return `${field} = null`;
  if (comparison === 'filled') return `${field} != null`;
  if (comparison === 'holds') return `list contains(${field}, ${JSON.stringify(value ?? '')})`;
  const [sign = '='] = Object.entries(SIGNS).find(([, name]) => name === comparison) ?? [];
  return `${field} ${sign} ${JSON.stringify(value ?? '')}`;
}
