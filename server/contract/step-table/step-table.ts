/** The step table of an approved decision (domain 6.1), as it was read from a paste or a file. */
import { z } from 'zod';

export const tableStep = z.object({
  /** as written: `1`, `B2`, `6–13` */
  order: z.string().max(40),
  work: z.string().max(4000),
  /** who does it, as written; several when the cell names several */
  performers: z.array(z.string().max(500)).max(20),
  /** working hours; null: not counted ("Giờ hành chính", "Không tính thời gian": DL27) */
  hours: z.number().nonnegative().nullable(),
  output: z.string().max(1000),
  /** several units at the same time, each for itself */
  isParallel: z.boolean(),
  /** `order` of the step it goes back to when the reviewer does not agree */
  backTo: z.string().max(40).optional(),
  /** one of its outcomes is that papers are missing and the applicant is asked for them */
  mayLackPapers: z.boolean().optional(),
});

/** What a version's diagram is held against when it is published (R003). */
export const approvedTable = z.object({ steps: z.array(tableStep).min(1).max(200) });

/** One way in which the diagram is not what was approved. */
export const tableDifference = z.object({
  what: z.enum(['missing', 'extra', 'order', 'person', 'unit', 'time', 'paper']),
  /** of the table's row, absent for a step that is not in the table */
  order: z.string().optional(),
  /** of the diagram's step */
  element: z.string().optional(),
  message: z.object({ vi: z.string(), en: z.string() }),
});

export type TableStep = z.infer<typeof tableStep>;
export type ApprovedTable = z.infer<typeof approvedTable>;
export type TableDifference = z.infer<typeof tableDifference>;
