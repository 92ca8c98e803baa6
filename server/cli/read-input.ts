/** Files that a person names on the command line. */
import { readFile, writeFile } from 'node:fs/promises';
import { wrongInput } from './command.ts';

/** @throws Refusal when there is no such file, or it is not UTF-8 */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw wrongInput('file.missing', { file });
    if (error.code === 'EISDIR') throw wrongInput('file.is-folder', { file });
    throw wrongInput('file.unreadable', { file, detail: error.code ?? error.message });
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw wrongInput('file.not-utf8', { file });
  }
}

/** @throws Refusal when the file holds no JSON object */
export async function readJsonObject(file: string): Promise<Record<string, unknown>> {
  const value = parse(await readText(file), file);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongInput('file.not-object', { file });
  return value as Record<string, unknown>;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrongInput('file.not-json', { file, detail: (error as Error).message });
  }
}

/** @throws Refusal when the place does not take it */
export async function writeOutput(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(file, content).catch((error: NodeJS.ErrnoException) => {
    throw wrongInput('file.unwritable', { file, detail: error.code ?? error.message });
  });
}
