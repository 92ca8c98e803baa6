/** What is stored of procedures, their processes, e-forms and papers' templates. */
import type { z } from 'zod';
import type { PageSetup, ProcessComment, processState, putProcedure } from '../contract/catalogue.ts';
import type { ApprovedTable } from '../contract/step-table/step-table.ts';
import type { Trial } from '../contract/trial/trial.ts';
import type { CollectionSpec } from '../store/store.ts';

/** A procedure as configured now; its id is its code, its store version pins it. */
export interface ProcedureRecord extends z.output<typeof putProcedure> {
  code: string;
}

export const procedureSpec: CollectionSpec<ProcedureRecord> = {
  name: 'procedures',
  indexes: [{ name: 'code', fields: ['code'], unique: true }],
};

export type ProcessState = z.infer<typeof processState>;

/** What happened to a version: who submitted, appraised, approved it, and what he noted. */
export interface LifeRecord {
  at: string;
  action: string;
  actor: string;
  note?: string;
}

export interface ProcessVersionRecord {
  procedure: string;
  version: number;
  state: ProcessState;
  xml: string;
  /** saves of the drawing so far, for editors who would overwrite each other; the store's own version when absent */
  revision?: number;
  /** remarks while it is looked over */
  comments?: ProcessComment[];
  /** R003: the step table of the decision, that the diagram is held against */
  approvedTable?: ApprovedTable;
  /** R002: number and date of the approving decision */
  decision?: { number: string; date: string };
  /** R009: the day it begins to be used, prepared before it; at once when absent */
  effectiveFrom?: string;
  createdAt: string;
  createdBy: string;
  life: LifeRecord[];
}

export const processVersionSpec: CollectionSpec<ProcessVersionRecord> = {
  name: 'process-versions',
  indexes: [
    { name: 'version', fields: ['procedure', 'version'], unique: true },
    { name: 'state', fields: ['state', 'procedure'] },
  ],
};

export const processVersionId = (procedure: string, version: number): string => `${procedure}@${version}`;

/** A dry run that was kept: done again on every version before it is published. */
export interface ProcessTrialRecord {
  procedure: string;
  trial: Trial;
  createdAt: string;
  createdBy: string;
}

export const processTrialSpec: CollectionSpec<ProcessTrialRecord> = {
  name: 'process-trials',
  indexes: [{ name: 'procedure', fields: ['procedure', 'createdAt'] }],
};

export type PublicationState = 'draft' | 'published' | 'retired';

export interface FormVersionRecord {
  key: string;
  version: number;
  state: PublicationState;
  title: string;
  schema: Record<string, unknown>;
  ui: Record<string, unknown>;
  createdAt: string;
  createdBy: string;
}

export const formVersionSpec: CollectionSpec<FormVersionRecord> = {
  name: 'form-versions',
  indexes: [
    { name: 'version', fields: ['key', 'version'], unique: true },
    { name: 'state', fields: ['state', 'key'] },
  ],
};

export interface TemplateVersionRecord {
  key: string;
  version: number;
  state: PublicationState;
  title: string;
  source: string;
  page: PageSetup;
  /** number and date of the decision that prescribes its text */
  decision?: { number: string; date: string } | undefined;
  createdAt: string;
  createdBy: string;
}

export const templateVersionSpec: CollectionSpec<TemplateVersionRecord> = {
  name: 'template-versions',
  indexes: [
    { name: 'version', fields: ['key', 'version'], unique: true },
    { name: 'state', fields: ['state', 'key'] },
  ],
};
