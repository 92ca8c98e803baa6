/** What a chosen file brings: a form that was exported, or fields guessed from a list or a paper form. */
import { compileForm, type FormProblem } from '../../../forms/index.ts';
import { xlsxTables } from '../../table/xlsx-tables.ts';
import type { FormDocuments } from '../form-api.ts';
import { type GuessedField, guessFields, guessFromRows } from './guess-fields.ts';
import { guessFromPaper } from './guess-from-paper.ts';
import { readDocx } from './read-docx.ts';

type ImportFault = 'too-large' | 'old-office' | 'unknown-kind' | 'not-json' | 'not-readable' | 'no-fields';

export type Imported =
  | { documents: FormDocuments }
  | { fields: GuessedField[] }
  /** why nothing is taken; `problems` of a form that the dialect refuses */
  | { fault: ImportFault; problems?: FormProblem[] };

const MOST_BYTES = 10_000_000;
/** Of a list of fields. */
const MOST_ROWS = 1000;

/** Never throws for what a file holds: whatever is wrong with it is told as a fault. */
export async function readImport(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<Imported> {
  if (file.size > MOST_BYTES) return { fault: 'too-large' };
  const ending = file.name.toLowerCase().split('.').at(-1) ?? '';
  const bytes = await file.arrayBuffer();
  if (startsWith(bytes, OLD_OFFICE)) return { fault: 'old-office' };
  if (ending === 'json') return readExported(textOf(bytes));
  const guess = GUESSES[ending];
  if (!guess) return { fault: 'unknown-kind' };
  try {
    const fields = await guess(bytes);
    return fields.length > 0 ? { fields } : { fault: 'no-fields' };
  } catch (error) {
    // the libraries' complaints about a broken or disguised file
    if (!(error instanceof Error)) throw error;
    return { fault: 'not-readable' };
  }
}

const GUESSES: Record<string, (bytes: ArrayBuffer) => Promise<GuessedField[]>> = {
  xlsx: async (bytes) => guessFromRows(((await xlsxTables(bytes))[0] ?? []).slice(0, MOST_ROWS)),
  docx: async (bytes) => guessFromPaper(await readDocx(bytes)),
  csv: async (bytes) => guessFields(textOf(bytes)),
  txt: async (bytes) => guessFields(textOf(bytes)),
};

/** UTF-8, or UTF-16 as spreadsheets write "Unicode text". */
const textOf = (bytes: ArrayBuffer): string =>
  new TextDecoder(startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : 'utf-8').decode(bytes);

/** .doc and .xls of before 2007 */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: ArrayBuffer, signature: readonly number[]): boolean =>
  signature.every((byte, place) => new Uint8Array(bytes)[place] === byte);

/** A file made by "export": both documents, checked before they are taken. */
function readExported(text: string): Imported {
  const parsed = parse(text);
  if (!isObject(parsed) || !isObject(parsed['schema'])) return { fault: 'not-json' };
  const { schema, ui = {} } = parsed;
  if (!isObject(ui)) return { fault: 'not-json' };
  const { form, problems } = compileForm({ schema, ui });
  return form
    ? { documents: { schema: schema as FormDocuments['schema'], ui } }
    : { fault: 'not-json', problems };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
