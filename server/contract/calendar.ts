/** Working time: the calendar by year, and a due date worked out. */
import { z } from 'zod';
import { day, instant } from './common.ts';

/** domain 5.2: four kinds of exception to the week. */
export const calendarException = z.object({
  date: day,
  name: z.string(),
  kind: z.enum(['holiday', 'compensation', 'swap-off', 'swap-work']),
  /** the text that says so */
  source: z.string().default(''),
});

/** `HH:MM` local time; a half-open span of a working day */
export const openingSpan = z.object({
  from: z.string().regex(/^\d\d:\d\d$/),
  to: z.string().regex(/^\d\d:\d\d$/),
});

export const calendarYear = z.object({
  year: z.number().int(),
  /** ISO weekday 1 (Monday) .. 7 -> opening spans; absent: closed */
  week: z.record(z.string(), z.array(openingSpan)),
  exceptions: z.array(calendarException),
  decidedBy: z.string().default(''),
});

export const dueRequest = z
  .object({
    from: instant,
    hours: z.number().positive().optional(),
    days: z.number().positive().optional(),
    kind: z.enum(['working', 'calendar']).default('working'),
    unit: z.string().optional(),
  })
  .refine((body) => (body.hours === undefined) !== (body.days === undefined), {
    path: ['days'],
    message: 'either hours or days',
  });

export const dueAnswer = z.object({
  dueAt: instant,
  explain: z.array(z.object({ at: instant.optional(), text: z.string() })),
});

export type CalendarYear = z.infer<typeof calendarYear>;
export type CalendarException = z.infer<typeof calendarException>;
