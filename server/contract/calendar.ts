/** Working time: the calendar by year, and a due date worked out. */
import { z } from 'zod';
import { changedDay } from './bulk.ts';
import { day, instant, pageQuery } from './common.ts';
import { exactlyOne } from './exactly-one.ts';

/** `HH:MM` local time; a half-open span of a working day */
export const openingSpan = z.object({
  from: z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/),
  to: z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/),
});

/** ISO weekday 1 (Monday) .. 7 -> opening spans; absent: closed */
export const week = z.record(z.string().regex(/^[1-7]$/), z.array(openingSpan));

/** domain 5.2: four kinds of exception to the week. */
export const calendarException = z.object({
  date: day,
  name: z.string(),
  kind: z.enum(['holiday', 'compensation', 'swap-off', 'swap-work']),
  /** the text that says so */
  source: z.string().default(''),
  /** the openings of that day, when they are not those of its kind: a half day off, other hours on a swapped Saturday */
  opening: z.array(openingSpan).optional(),
});

export const calendarYear = z.object({
  year: z.number().int(),
  week,
  /** office hours that change within the year, each valid from its day on */
  weekChanges: z.array(z.object({ from: day, week })).optional(),
  exceptions: z.array(calendarException),
  decidedBy: z.string().default(''),
});

/** `unit`: its own opening hours, the general exceptions with them; without it the general calendar */
export const calendarQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  unit: z.string().max(60).optional(),
});

/** What replacing a year changed for those who count with it. */
export const calendarChange = z.object({
  year: z.number().int(),
  unit: z.string().optional(),
  at: instant,
  by: z.object({ id: z.string(), name: z.string() }),
  decidedBy: z.string(),
  days: z.array(changedDay),
});
export const calendarChangeQuery = pageQuery.extend({ unit: z.string().max(60).optional() });

export const dueRequest = exactlyOne(
  z.object({
    from: instant,
    hours: z.number().positive().optional(),
    days: z.number().positive().optional(),
    kind: z.enum(['working', 'calendar']).default('working'),
    unit: z.string().optional(),
  }),
  ['days', 'hours'],
);

export const dueAnswer = z.object({
  dueAt: instant,
  explain: z.array(z.object({ at: instant.optional(), text: z.string() })),
});

export type CalendarChange = z.infer<typeof calendarChange>;
export type CalendarYear = z.infer<typeof calendarYear>;
export type CalendarException = z.infer<typeof calendarException>;
