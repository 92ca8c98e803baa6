/** Where the keys are that sign papers digitally, as the environment says it. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { EnvironmentFault, type SigningSettings } from '../../environment.ts';

/** A .p12 and what it signs: the papers of a unit and the units below it, those a person signs, or all. */
export interface KeySetting {
  file: string;
  password: string;
  /** id of a unit */
  unit?: string;
  /** account name */
  person?: string;
}

const keyList = z.array(
  z
    .strictObject({
      file: z.string().min(1),
      password: z.string(),
      unit: z.string().min(1).optional(),
      person: z.string().min(1).optional(),
    })
    .refine(({ unit, person }) => (unit === undefined) !== (person === undefined)),
);

/** Paths in the list are taken from its own folder. @throws EnvironmentFault when the list cannot be read */
export async function readKeySettings({ p12, keysFile }: SigningSettings): Promise<KeySetting[]> {
  const listed = keysFile === undefined ? [] : await readList(keysFile);
  return [...listed, ...(p12 ? [p12] : [])];
}

async function readList(path: string): Promise<KeySetting[]> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new EnvironmentFault([`Biến môi trường SIGNING_KEYS: không đọc được tệp ${path}.`]);
  const list = keyList.safeParse(parsed(text));
  if (!list.success)
    throw new EnvironmentFault([
      `Biến môi trường SIGNING_KEYS: tệp ${path} phải là một danh sách JSON, mỗi mục có "file", "password" và một trong "unit", "person".`,
    ]);
  return list.data.map(({ file, password, unit, person }) => ({
    file: resolve(dirname(path), file),
    password,
    ...(unit && { unit }),
    ...(person && { person }),
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
