/** Procedures, their processes, e-forms and papers' templates. */
import { z } from 'zod';
import { day, instant, jsonObject, localised, pageQuery } from './common.ts';
import { approvedTable, tableDifference } from './step-table/step-table.ts';
import { trial } from './trial/trial.ts';

/** The words by which something names its article: `Luật Đầu tư 2020 Điều 32`; several with a semicolon between. */
const citation = z.string().trim().max(500);

/** The statutory limit of a procedure: DL01, DL02, DL09, DL28. */
export const timeLimit = z.object({
  amount: z.number().positive(),
  /** `same-day`: end of the day, next working day when received after 15:00 (DL09); `amount` is then 1 */
  unit: z.enum(['working-days', 'working-hours', 'calendar-days', 'same-day']),
  citation: citation.optional(),
});

export const component = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  originals: z.number().int().min(0).default(0),
  certified: z.number().int().min(0).default(0),
  copies: z.number().int().min(0).default(0),
  required: z.boolean().default(true),
  /** what asks for it */
  citation: citation.optional(),
});

export const fee = z.object({
  name: z.string(),
  amount: z.number().nonnegative(),
  note: z.string().optional(),
});

export const procedurePolicies = z.object({
  /** the limit of what is filed online, where it differs (DL28) */
  onlineTimeLimit: timeLimit.optional(),
  /** `none`: no date is promised (DL28) */
  appointment: z.enum(['given', 'none']).optional(),
  /** from when the limit counts: the complete dossier, or the fee paid as well (DL30) */
  startsWhen: z.enum(['received', 'paid']).optional(),
  /** working days that an applicant has to complete his dossier where the request names none; no end when absent (DL16) */
  supplementDays: z.number().int().min(1).max(365).optional(),
  /** after a supplement: the limit starts anew or is shifted by the wait (DL14, DL15) */
  supplement: z.enum(['reset', 'shift']).default('reset'),
  supplementTimes: z.number().int().default(1),
  /**
   * working days after reception within which a supplement may be asked for: 3 when absent (R075); another number
   * where sector law says so, null where it sets none
   */
  supplementWithinDays: z.number().int().min(1).max(365).nullable().optional(),
  extensionTimes: z.number().int().default(1),
  /** share of the limit that an extension may add (DL21) */
  extensionShare: z.number().default(1 / 3),
  /** working days before the due date by which an extension must be decided: 1 when absent (DL19), 0 for none */
  extensionNoticeDays: z.number().int().min(0).max(60).optional(),
  /** further notices before the due date, in working days; the one a working day before it is always given (DL19) */
  reminders: z.array(z.number().int().min(2).max(60)).max(5).optional(),
  /** notices before a step's own due time, in working hours: 8 when absent, none when empty (R097) */
  stepReminders: z.array(z.number().int().min(1).max(480)).max(5).optional(),
});

export const putProcedure = z.object({
  name: z.string().trim().min(1).max(500),
  field: z.string().max(200).default(''),
  /** unit that resolves it; tasks without a unit of their own go there */
  unit: z.string(),
  /** units whose counters take it in */
  receivingUnits: z.array(z.string()).min(1),
  timeLimit,
  fees: z.array(fee).default([]),
  components: z.array(component).default([]),
  /** key of the application form */
  form: z.string(),
  result: z.string().default(''),
  policies: procedurePolicies.default({
    supplement: 'reset',
    supplementTimes: 1,
    extensionTimes: 1,
    extensionShare: 1 / 3,
  }),
  /** complete bodies for `POST /dossiers`; shown only with CLOCK=manual */
  samples: z.array(jsonObject).default([]),
});

export const procedureResource = putProcedure.omit({ samples: true }).extend({
  code: z.string(),
  unitName: z.string(),
  /** the published process version, if any */
  activeVersion: z.number().int().optional(),
  samples: z.array(jsonObject).optional(),
  abilities: z.array(z.string()),
});

export const procedureQuery = pageQuery.extend({
  q: z.string().max(200).optional(),
  field: z.string().max(200).optional(),
  unit: z.string().max(60).optional(),
});
/** Of the lists of forms and templates. */
export const versionedQuery = pageQuery.extend({ q: z.string().max(200).optional() });

export const processState = z.enum(['draft', 'submitted', 'appraised', 'approved', 'published', 'retired']);

export const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  element: z.string().optional(),
  message: localised,
});

export const lifeEvent = z.object({
  at: instant,
  action: z.string(),
  actor: z.string(),
  note: z.string().optional(),
});

/** A remark on a version, or on one of its elements. */
export const processComment = z.object({
  id: z.string(),
  at: instant,
  actor: z.string(),
  element: z.string().optional(),
  text: z.string(),
  isSettled: z.boolean(),
});
export const createProcessComment = z.object({
  element: z.string().max(200).optional(),
  text: z.string().trim().min(1).max(2000),
});
export const settleProcessComment = z.object({ isSettled: z.boolean() });

export const processVersionResource = z.object({
  procedure: z.string(),
  version: z.number().int(),
  state: processState,
  /** grows with every save of the drawing */
  revision: z.number().int(),
  comments: z.array(processComment).optional(),
  diagnostics: z.array(diagnostic),
  decision: z.object({ number: z.string(), date: day }).optional(),
  effectiveFrom: day.optional(),
  createdAt: instant,
  createdBy: z.string(),
  life: z.array(lifeEvent),
  xml: z.string().optional(),
  /** the step table of the decision, as it was pasted or imported */
  approvedTable: approvedTable.optional(),
  abilities: z.array(z.string()),
});

export const createProcessVersion = z.object({
  xml: z.string().min(1).max(2_000_000),
  /** of the decision; on saving a draft, absent leaves the one it has */
  approvedTable: approvedTable.optional(),
});
/** With `revision`, refused when somebody else has saved since it was read. */
export const updateProcessVersion = createProcessVersion.extend({ revision: z.number().int().optional() });
const decision = z.object({ number: z.string().trim().min(1).max(100), date: day });

export const processLifeBody = z.object({
  note: z.string().trim().max(2000).optional(),
  /** of the approving decision; wanted by `approve` */
  decision: decision.optional(),
  /** the same, written flat */
  number: decision.shape.number.optional(),
  date: decision.shape.date.optional(),
  decisionNumber: decision.shape.number.optional(),
  decisionDate: decision.shape.date.optional(),
  /** `publish`: the day it begins to be used; today when absent */
  effectiveFrom: day.optional(),
  /** `publish`: why it is published although the house's checks or its tests stand against it (audited) */
  override: z.string().trim().min(1).max(2000).optional(),
});

/** A dry run that was kept: a test of the procedure's process. */
export const keptTrial = trial.extend({ id: z.string(), createdAt: instant, createdBy: z.string() });

/** How a version does today what was kept of it; the second opinion is another engine's. */
export const processReadiness = z.object({
  /** what stops the publication, or is to be known before it */
  diagnostics: z.array(diagnostic),
  /** between the approved step table and the diagram */
  tableDifferences: z.array(tableDifference),
  trials: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      passed: z.boolean(),
      differences: z.array(z.object({ element: z.string().optional(), message: localised })),
    }),
  ),
  secondOpinion: z.object({
    /** `not-asked`: the model is beyond what the other engine does right, or there is no test */
    state: z.enum(['agrees', 'disagrees', 'not-asked', 'silent']),
    reason: localised.optional(),
  }),
});

/** Something of the configuration that would stop a dossier, or may. */
export const configurationFinding = z.object({
  subject: z.enum(['procedure', 'form', 'template', 'calendar']),
  /** code of the procedure, key of the form or template, the year */
  key: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: localised,
  /** of the process in use, and the element of it */
  version: z.number().int().optional(),
  element: z.string().optional(),
});

/** A place that rests on a text of law. */
export const lawCitation = z.object({
  /** the text it cites, as it names it: `Nghị định 61/2018/NĐ-CP` */
  law: z.string(),
  /** the words of the citation */
  citation: z.string(),
  /** a step of a process, the limit or a required paper of a procedure, a field of an e-form, a paper's template */
  kind: z.enum(['step', 'limit', 'paper', 'field', 'template']),
  /** code of the procedure, key of the form or template, and its name */
  subject: z.string(),
  subjectName: z.string(),
  /** of the process, form or template; a procedure's entry has none */
  version: z.number().int().optional(),
  state: processState.optional(),
  /** retired, and running dossiers still follow it */
  isStillFollowed: z.boolean().optional(),
  /** of the step, limit, paper, field or template */
  element: z.string(),
  name: z.string(),
});

/** Where the running dossiers of a version stand now. */
export const processActivity = z.object({
  running: z.number().int(),
  /** there are more dossiers than were looked at */
  isPartial: z.boolean(),
  /** running dossiers by the version they follow */
  versions: z.array(z.object({ version: z.number().int(), running: z.number().int() })),
  steps: z.array(
    z.object({
      element: z.string(),
      open: z.number().int(),
      overdue: z.number().int(),
      /** the soonest due first, at most ten */
      dossiers: z.array(z.string()),
      /** how often it was completed in the newest dossiers that follow the version, and in what time */
      completed: z.number().int(),
      /** of working time; absent while it was never completed */
      averageMinutes: z.number().int().optional(),
    }),
  ),
});

/** What changed from one version to another, a line an element, in words. */
export const processDiff = z.object({
  from: z.number().int(),
  to: z.number().int(),
  changes: z.array(
    z.object({
      /** `moved`: stands elsewhere on the drawing, otherwise as it was */
      kind: z.enum(['added', 'removed', 'changed', 'moved']),
      element: z.string(),
      /** BPMN type without prefix: `UserTask`, `SequenceFlow` */
      type: z.string(),
      name: z.string(),
      details: z.array(
        z.object({ what: z.string(), before: z.string().optional(), after: z.string().optional() }),
      ),
      text: z.string(),
    }),
  ),
});

/** A row of the decision's step table (domain 6.1). */
export const stepRow = z.object({
  order: z.number().int(),
  element: z.string(),
  name: z.string(),
  performer: z.string(),
  duration: z.string(),
  hours: z.number().optional(),
  form: z.string().optional(),
  documents: z.array(z.string()),
  status: z.number().int().optional(),
});

export const formVersionResource = z.object({
  key: z.string(),
  version: z.number().int(),
  state: z.enum(['draft', 'published', 'retired']),
  title: z.string(),
  schema: jsonObject,
  ui: jsonObject,
  createdAt: instant,
  createdBy: z.string(),
});
export const formResource = z.object({
  key: z.string(),
  title: z.string(),
  published: formVersionResource.optional(),
  versions: z.array(formVersionResource.omit({ schema: true, ui: true })),
  abilities: z.array(z.string()),
});
export const createFormVersion = z.object({
  schema: jsonObject,
  ui: jsonObject.default({}),
  /** the version it was drawn from, 0 for a new form; refused when there is a newer one */
  basedOn: z.number().int().nonnegative().optional(),
});
/** Where a form and its fields are used: what a change of it would touch. */
export const formUses = z.object({
  /** whose application form it is */
  procedures: z.array(z.object({ code: z.string(), name: z.string() })),
  /** steps that show it, of versions that are not retired */
  steps: z.array(
    z.object({
      procedure: z.string(),
      name: z.string(),
      version: z.number().int(),
      state: processState,
      element: z.string(),
      step: z.string(),
    }),
  ),
  fields: z.array(
    z.object({
      /** as `Field.path`: `ownerName`, `floors[].area` */
      path: z.string(),
      /** papers that print it; conditions and scripts of processes that ask it */
      by: z.array(
        z.object({
          kind: z.enum(['template', 'process']),
          /** the template's key, or the procedure's code */
          key: z.string(),
          title: z.string(),
          version: z.number().int(),
          /** of a process: the element, and what it says */
          element: z.string().optional(),
          expression: z.string().optional(),
        }),
      ),
    }),
  ),
});
export const validateForm = z.object({ data: z.unknown(), version: z.number().int().optional() });
export const formError = z.object({ pointer: z.string(), keyword: z.string(), message: z.string() });
export const formVerdict = z.object({ valid: z.boolean(), errors: z.array(formError) });

export const pageSetup = z.object({
  size: z.enum(['A4', 'A5']).default('A4'),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  /** CSS lengths: top right bottom left */
  margin: z.string().default('15mm 15mm 15mm 20mm'),
});
export const templateVersionResource = z.object({
  key: z.string(),
  version: z.number().int(),
  state: z.enum(['draft', 'published', 'retired']),
  title: z.string(),
  source: z.string(),
  page: pageSetup,
  /** that prescribes the paper's text */
  decision: decision.optional(),
  createdAt: instant,
  createdBy: z.string(),
});
export const templateResource = z.object({
  key: z.string(),
  title: z.string(),
  published: templateVersionResource.optional(),
  versions: z.array(templateVersionResource.omit({ source: true })),
  abilities: z.array(z.string()),
});
export const createTemplateVersion = z.object({
  source: z.string().max(500_000),
  page: pageSetup.default({ size: 'A4', orientation: 'portrait', margin: '15mm 15mm 15mm 20mm' }),
  title: z.string().max(300).optional(),
  decision: decision.optional(),
});
export const templateDataQuery = z.object({ procedure: z.string().max(100).optional() });
/** What the e-forms supply to a paper, beside what every record does (`templates/catalogue.ts`). */
export const templateData = z.object({
  /** procedures with a step that issues it */
  issuedBy: z.array(z.object({ code: z.string(), name: z.string() })),
  fields: z.array(
    z.object({
      path: z.string(),
      type: z.enum(['text', 'number', 'truth', 'instant', 'address', 'list', 'object']),
      describe: localised,
      options: z.array(z.object({ value: z.string(), label: localised })).optional(),
    }),
  ),
});
export const previewTemplate = z.object({
  version: z.number().int().optional(),
  dossier: z.string().optional(),
  data: jsonObject.optional(),
  source: z.string().max(500_000).optional(),
  page: pageSetup.optional(),
});

export type Procedure = z.infer<typeof procedureResource>;
export type PutProcedure = z.input<typeof putProcedure>;
export type ProcessDiff = z.infer<typeof processDiff>;
export type ProcessVersion = z.infer<typeof processVersionResource>;
export type ConfigurationFinding = z.infer<typeof configurationFinding>;
export type LawCitation = z.infer<typeof lawCitation>;
export type ProcessActivity = z.infer<typeof processActivity>;
export type KeptTrial = z.infer<typeof keptTrial>;
export type ProcessComment = z.infer<typeof processComment>;
export type ProcessReadiness = z.infer<typeof processReadiness>;
export type StepRow = z.infer<typeof stepRow>;
export type FormResource = z.infer<typeof formResource>;
export type FormUses = z.infer<typeof formUses>;
export type FormVersion = z.infer<typeof formVersionResource>;
export type TemplateResource = z.infer<typeof templateResource>;
export type TemplateVersion = z.infer<typeof templateVersionResource>;
export type TemplateData = z.infer<typeof templateData>;
export type TimeLimit = z.infer<typeof timeLimit>;
export type Component = z.infer<typeof component>;
export type PageSetup = z.infer<typeof pageSetup>;
