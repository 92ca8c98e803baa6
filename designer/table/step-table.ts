/** The step table of an approved decision (domain 6.1), as read from a paste or a file. */

export interface TableStep {
  /** as written: `1`, `B2`, `6–13` */
  order: string;
  work: string;
  /** who does it, as written; several when the cell names several */
  performers: string[];
  /** working hours; null: not counted ("Giờ hành chính", "Không tính thời gian": DL27) */
  hours: number | null;
  output: string;
  /** several units at the same time, each for itself */
  isParallel: boolean;
  /** `order` of the step it goes back to when the reviewer does not agree */
  backTo?: string;
  /** one of its outcomes is that papers are missing and the applicant is asked for them */
  mayLackPapers?: boolean;
}

/** What was not understood, in words for the person who pasted it. `line` counts the pasted lines from 1. */
export interface TableRemark {
  line: number;
  code: 'no-header' | 'no-time' | 'no-performer' | 'unknown-step';
  text: string;
}

export interface StepTable {
  steps: TableStep[];
  remarks: TableRemark[];
  /** sum of the counted hours, parallel steps once */
  totalHours: number;
}
