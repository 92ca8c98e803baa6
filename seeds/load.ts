/** Reads the sample province from its files, and hands it to whoever fills an empty store. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type SampleCalendarYear,
  type SampleForm,
  type SampleProcedure,
  type SampleProvince,
  type SampleUnit,
  type SampleUser,
  sampleCalendarYear,
  sampleForm,
  sampleProcedureSettings,
  sampleStep,
  sampleUnits,
  sampleUsers,
} from './sample-province.ts';

export type * from './sample-province.ts';

/** What fills a store. */
export interface Seeder {
  putUnit(unit: SampleUnit): Promise<void>;
  putUser(user: SampleUser): Promise<void>;
  putCalendar(year: SampleCalendarYear): Promise<void>;
  publishForm(form: SampleForm): Promise<void>;
  putProcedure(code: string, settings: SampleProcedure['settings']): Promise<void>;
  /** creates a version and takes it through to published */
  publishProcess(code: string, xml: string): Promise<void>;
}

/** The sample province of the package, below its root. */
export const SAMPLE_PROVINCE = 'seeds/an-giang';

/** Fills an empty store with the province: each thing after what it refers to, things of a kind side by side. */
export async function seedProvince(province: SampleProvince, seeder: Seeder): Promise<void> {
  for (const unit of province.units) await seeder.putUnit(unit);
  await Promise.all(province.users.map((user) => seeder.putUser(user)));
  for (const year of province.calendar) await seeder.putCalendar(year);
  await Promise.all(province.forms.map((form) => seeder.publishForm(form)));
  for (const { code, settings, xml } of province.procedures) {
    await seeder.putProcedure(code, settings);
    await seeder.publishProcess(code, xml);
  }
}

/**
 * Reads a province's folder: `units.json`, `people.json`, `calendar/YEAR.json`, `forms/*.json` and
 * `procedures/CODE/{procedure.json, process.bpmn, steps.json, forms/*.json}`.
 * Throws ZodError when a file has another shape, Error when two forms share a key.
 */
export async function readSampleProvince(folder: string): Promise<SampleProvince> {
  const codes = (await readdir(join(folder, 'procedures'))).sort();
  const [units, users, calendar, sharedForms, ...procedures] = await Promise.all([
    readJson(join(folder, 'units.json'), sampleUnits),
    readJson(join(folder, 'people.json'), sampleUsers),
    readFolder(join(folder, 'calendar'), sampleCalendarYear),
    readFolder(join(folder, 'forms'), sampleForm),
    ...codes.map((code) => readProcedure(join(folder, 'procedures', code), code)),
  ]);
  const forms = [...sharedForms, ...procedures.flatMap((procedure) => procedure.forms)];
  refuseDoubles(forms);
  return { units, users, calendar, forms, procedures: procedures.map(({ forms: _, ...rest }) => rest) };
}

async function readProcedure(
  folder: string,
  code: string,
): Promise<SampleProcedure & { forms: SampleForm[] }> {
  const [settings, xml, steps, forms] = await Promise.all([
    readJson(join(folder, 'procedure.json'), sampleProcedureSettings),
    readFile(join(folder, 'process.bpmn'), 'utf8'),
    readJson(join(folder, 'steps.json'), sampleStep.array()),
    readFolder(join(folder, 'forms'), sampleForm),
  ]);
  return { code, settings, xml, steps, forms };
}

async function readFolder<T extends z.ZodType>(folder: string, schema: T): Promise<z.output<T>[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map((name) => readJson(join(folder, name), schema)));
}

const readJson = async <T extends z.ZodType>(file: string, schema: T): Promise<z.output<T>> =>
  schema.parse(JSON.parse(await readFile(file, 'utf8')));

function refuseDoubles(forms: SampleForm[]): void {
  const seen = new Set<string>();
  for (const { key } of forms) {
    if (seen.has(key)) throw new Error(`Two sample forms have the key ${key}`);
    seen.add(key);
  }
}
