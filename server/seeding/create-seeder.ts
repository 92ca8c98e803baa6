/** Fills an empty store through the operations that people use, as the system. */
import type { z } from 'zod';
import { systemActor } from '../access/actor.ts';
import type { Asker } from '../access/audit.ts';
import type { Access } from '../access/open-access.ts';
import { seedUnit, seedUser } from '../access/seed-access.ts';
import type { Calendars } from '../calendar/open-calendars.ts';
import { putCalendarYear } from '../calendar/put-calendar-year.ts';
import { draftProcess } from '../catalogue/draft-process.ts';
import type { Catalogue } from '../catalogue/open-catalogue.ts';
import { type LifeAction, type LifeBody, liveOn } from '../catalogue/process-life.ts';
import { draftVersion } from '../catalogue/publish-version.ts';
import { putProcedure } from '../catalogue/put-procedure.ts';
import { refuseUnusableForm } from '../catalogue/validate-form.ts';
import type { CreateUser, Unit } from '../contract/access.ts';
import type { CalendarYear } from '../contract/calendar.ts';
import type { putProcedure as putProcedureBody } from '../contract/catalogue.ts';

export interface SeederParts {
  access: Access;
  catalogue: Catalogue;
  calendars: Calendars;
  /** of every sample account's password */
  passwordHash: string;
  /** to be changed at the first sign-in */
  isTemporary: boolean;
}

const by: Asker = { actor: systemActor };
const TO_PUBLISHED: LifeAction[] = ['submit', 'appraise', 'approve', 'publish'];
/** The province exists since that day; a demonstration may show any day after it. */
const SINCE = '2025-07-01';
const SAMPLE_APPROVAL: Partial<Record<LifeAction, LifeBody>> = {
  approve: { decision: { number: '01/QĐ-UBND (mẫu)', date: SINCE } },
  publish: { effectiveFrom: SINCE },
};

/** Units before people, forms before processes; things of one kind may be written side by side. */
export function createSeeder({ access, catalogue, calendars, passwordHash, isTemporary }: SeederParts) {
  return {
    putUnit: (unit: Unit) => seedUnit(access, unit),
    putUser: (user: CreateUser) => seedUser(access, user, { passwordHash, isTemporary }),
    putCalendar: (year: CalendarYear) => putCalendarYear(calendars, { year, by }),

    publishForm: async ({ key, title, schema, ui }: SeedForm) => {
      refuseUnusableForm(catalogue, { schema, ui });
      await draftVersion(catalogue, {
        kind: 'form',
        collection: catalogue.forms,
        key,
        content: { title, schema, ui },
        state: 'published',
        by,
      });
    },

    putProcedure: async (code: string, settings: z.output<typeof putProcedureBody>) => {
      await putProcedure(catalogue, { code, settings, by });
    },

    publishProcess: async (code: string, xml: string) => {
      const { doc } = await draftProcess(catalogue, { code, xml, by });
      for (const action of TO_PUBLISHED) {
        await liveOn(catalogue, {
          code,
          version: doc.version,
          action,
          body: SAMPLE_APPROVAL[action] ?? {},
          by,
        });
      }
    },
  };
}

interface SeedForm {
  key: string;
  title: string;
  schema: Record<string, unknown>;
  ui: Record<string, unknown>;
}
