/** Files that a person names on the command line. */
import { readFile, writeFile } from 'node:fs/promises';
import { wrongInput } from './command.ts';

/** UTF-8, or the encoding that an XML file or its byte order mark declares. @throws Refusal when there is no such file, or it is neither */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw wrongInput('file.missing', { file });
    if (error.code === 'EISDIR') throw wrongInput('file.is-folder', { file });
    throw wrongInput('file.unreadable', { file, detail: error.code ?? error.message });
  });
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw wrongInput('file.not-utf8', { file });
  }
}

/** Tools of other houses write XML in UTF-16 or ISO-8859-1 too. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  // an 8-bit file that calls itself UTF-16 is read as what it is
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared;
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
