/** What reading a decision's step table gives. */
import type { TableStep } from '../../server/contract/step-table/step-table.ts';

export type { TableStep } from '../../server/contract/step-table/step-table.ts';

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
