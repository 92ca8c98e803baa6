/** A decision's file, read in the browser: the step tables that are in it. */
import { docxTables } from './docx-tables.ts';
import { readStepTable } from './read-step-table.ts';
import { tableText } from './table-text.ts';
import { xlsxTables } from './xlsx-tables.ts';

export interface FoundTable {
  /** as if it had been pasted */
  text: string;
  steps: number;
}

export type FileProblem = 'not-word-or-excel' | 'unreadable' | 'no-table' | 'too-large';

const MAX_BYTES = 20_000_000;

const READERS: Record<string, (file: ArrayBuffer) => string[][][] | Promise<string[][][]>> = {
  docx: docxTables,
  xlsx: xlsxTables,
};

/** Tables with at least one step, in the order of the file; else what is wrong with it. Never throws. */
export async function tablesOfFile(file: File): Promise<{ tables: FoundTable[] } | { problem: FileProblem }> {
  const read = READERS[/\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''];
  if (!read) return { problem: 'not-word-or-excel' };
  if (file.size > MAX_BYTES) return { problem: 'too-large' };
  try {
    const tables = (await read(await file.arrayBuffer())).flatMap(stepsIn);
    return tables.length > 0 ? { tables } : { problem: 'no-table' };
  } catch (fault) {
    // Libraries throw errors of their own for broken files: whatever it is, the file cannot be read.
    if (fault instanceof Error) return { problem: 'unreadable' };
    throw fault;
  }
}

function stepsIn(rows: string[][]): FoundTable[] {
  const text = tableText(rows);
  const { steps, remarks } = readStepTable(text);
  const isStepTable = steps.length > 0 && !remarks.some(({ code }) => code === 'no-header');
  return isStepTable ? [{ text, steps: steps.length }] : [];
}
