/** The shapes of the sample province: what its files hold, checked when they are read. */
import { z } from 'zod';
import { createUser, unitResource } from '../server/contract/access.ts';
import { calendarYear } from '../server/contract/calendar.ts';
import { putProcedure } from '../server/contract/catalogue.ts';
import { jsonObject } from '../server/contract/common.ts';

export const sampleUnits = z.array(unitResource.omit({ parentName: true }));
export const sampleUsers = z.array(createUser);
export const sampleForm = z.object({
  key: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: z.string().min(1),
  schema: jsonObject,
  ui: jsonObject,
});

/** A row of the decision's step table (domain 6.1: Hà Nội's columns); `days` of eight hours, null outside the total. */
export const sampleStep = z.object({
  order: z.number().int(),
  element: z.string(),
  name: z.string(),
  performer: z.string(),
  content: z.string(),
  days: z.number().nonnegative().nullable(),
  output: z.string().default(''),
});

export { calendarYear as sampleCalendarYear, putProcedure as sampleProcedureSettings };

export type SampleUnit = z.infer<typeof sampleUnits>[number];
export type SampleUser = z.infer<typeof sampleUsers>[number];
export type SampleForm = z.infer<typeof sampleForm>;
export type SampleStep = z.infer<typeof sampleStep>;
export type SampleCalendarYear = z.infer<typeof calendarYear>;

export interface SampleProcedure {
  /** national code of the procedure */
  code: string;
  settings: z.output<typeof putProcedure>;
  /** BPMN 2.0 */
  xml: string;
  steps: SampleStep[];
}

export interface SampleProvince {
  /** parents before their children */
  units: SampleUnit[];
  users: SampleUser[];
  calendar: SampleCalendarYear[];
  /** application and step forms; every key once */
  forms: SampleForm[];
  procedures: SampleProcedure[];
}
