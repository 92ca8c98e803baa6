/** Statistics, the register, and what is published of them (S4 Art. 11, 14.4-14.5, 17; Biểu II.06a/VPCP/KSTT). */
import { z } from 'zod';
import { day, instant, page, pageQuery } from './common.ts';
import { channel } from './dossiers.ts';

export const REPORTS = ['received', 'resolution', 'overdue', 'on-time'] as const;
export type ReportName = (typeof REPORTS)[number];

export const reportDimension = z.enum(['unit', 'procedure', 'field', 'channel']);

/** Days of the local calendar, both included; an instant stands for its day. The year so far when absent. */
const reportDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T.*)?$/)
  .optional();

export const reportQuery = z.object({ from: reportDay, to: reportDay, by: reportDimension.default('unit') });
export const registerQuery = pageQuery.extend({ from: reportDay, to: reportDay });

const count = z.number().int();
/** Percent with one decimal; absent when there is nothing to divide by. */
const percent = z.number().optional();

/**
 * received.total = received in the period + carried over = resolved + pending + suspended + stopped;
 * resolved = early + on time + late; pending = in time + overdue (domain 7.1).
 */
export const reportRow = z.object({
  key: z.string(),
  name: z.string(),
  received: z.object({
    total: count,
    /** in the period */
    online: count,
    direct: count,
    postal: count,
    /** open when the period began */
    carriedOver: count,
  }),
  resolved: z.object({ total: count, early: count, onTime: count, late: count }),
  /** as it stood at the end of the period */
  pending: z.object({ total: count, inTime: count, overdue: count }),
  suspended: count,
  stopped: count,
  /** results handed over, and by post (R139) */
  returned: z.object({ total: count, postal: count }),
  /** resolved of received */
  resolutionRate: percent,
  /** early and on time of resolved (DL24) */
  onTimeRate: percent,
});

/** An overdue dossier and the step where it lies. */
export const overdueDossier = z.object({
  code: z.string(),
  procedure: z.string(),
  unit: z.string(),
  dueAt: instant,
  steps: z.array(z.object({ name: z.string(), unit: z.string().optional(), person: z.string().optional() })),
});

export const reportResource = z.object({
  from: day,
  to: day,
  by: reportDimension,
  asOf: instant,
  rows: z.array(reportRow),
  total: reportRow,
  /** of the report `overdue`: those overdue now, the longest first, 200 at most */
  dossiers: z.array(overdueDossier).optional(),
});

/** A line of the register of dossiers (Sổ theo dõi hồ sơ). */
export const registerRow = z.object({
  code: z.string(),
  procedure: z.string(),
  setCount: count,
  applicant: z.string(),
  contact: z.string(),
  resolver: z.string(),
  receivedAt: instant,
  dueAt: instant.optional(),
  returnedAt: instant.optional(),
  method: z.enum(['counter', 'postal', 'electronic']),
  channel,
  returnedTo: z.string().optional(),
});
export const registerPage = page(registerRow);

const published = z.object({ received: count, resolved: count, onTime: count, onTimeRate: percent });
/** R136: the province, and each unit by channel; nobody's name. */
export const publicStatistics = z.object({
  from: day,
  to: day,
  asOf: instant,
  province: published,
  units: z.array(
    published.extend({
      name: z.string(),
      channels: z.object({ online: published, direct: published, postal: published }),
    }),
  ),
});
export const publicStatisticsQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

export type ReportDimension = z.infer<typeof reportDimension>;
export type ReportRow = z.infer<typeof reportRow>;
export type Report = z.infer<typeof reportResource>;
export type RegisterRow = z.infer<typeof registerRow>;
export type PublicStatistics = z.infer<typeof publicStatistics>;
