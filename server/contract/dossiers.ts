/** A dossier as outsiders see it, and the bodies of what it can be told. */
import { z } from 'zod';
import { day, instant, json, jsonObject, page, pageQuery } from './common.ts';
import { documentResource } from './documents.ts';
import { incident } from './incidents.ts';

export const channel = z.enum(['counter', 'online', 'postal']);

/** Business status: the portal's ten (domain 4.1). 8 carries two keys, `suspended` and `stopped`. */
export const statusKey = z.enum([
  'registered',
  'accepted',
  'rejected_at_intake',
  'in_progress',
  'supplement_requested',
  'payment_required',
  'withdrawal_requested',
  'suspended',
  'stopped',
  'resolved',
  'returned',
]);

export const applicant = z.object({
  kind: z.enum(['person', 'organisation']).default('person'),
  fullName: z.string().trim().min(1).max(200),
  /** citizen number (12 digits) or organisation code */
  identifier: z.string().trim().max(20).optional(),
  birthDate: z.iso.date().optional(),
  address: z.string().trim().max(300).optional(),
  phone: z.string().trim().max(20).optional(),
  email: z.string().trim().max(200).optional(),
  /** who hands the dossier in, when not the owner (R065) */
  submitter: z
    .object({
      fullName: z.string().trim().min(1).max(200),
      identifier: z.string().max(20).optional(),
      phone: z.string().max(20).optional(),
      /** who gave him the authority, when not the owner either, and by which paper */
      authoriser: z
        .object({
          fullName: z.string().trim().min(1).max(200),
          identifier: z.string().max(20).optional(),
          document: z.string().trim().max(300).optional(),
        })
        .optional(),
    })
    .optional(),
});

export const attachment = z.object({
  /** id of the required paper (component) it stands for; free papers have none */
  component: z.string().max(100).optional(),
  name: z.string().trim().min(1).max(255),
  /** SHA-256 of a stored blob; absent for a paper handed in at the counter and not scanned */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  mediaType: z.string().max(100).optional(),
  size: z.number().int().nonnegative().optional(),
  /** copies handed in */
  originals: z.number().int().min(0).max(99).default(0),
  certified: z.number().int().min(0).max(99).default(0),
  copies: z.number().int().min(0).max(99).default(0),
});

export const createDossier = z.object({
  procedure: z.string().max(40),
  channel,
  applicant,
  form: jsonObject.default({}),
  attachments: z.array(attachment).max(100).default([]),
  /** where the result is collected; the counter when absent (R060) */
  delivery: z
    .object({
      method: z.enum(['counter', 'postal', 'electronic']).default('counter'),
      address: z.string().max(300).optional(),
      /** the unit that hands it out, when not the one that takes the dossier in (R063) */
      unit: z.string().max(60).optional(),
    })
    .default({ method: 'counter' }),
  /** what the reception ends with: a receipt, or a slip with its reason; online the counter decides later (R049) */
  outcome: z.enum(['accept', 'request-supplement', 'refuse']).default('accept'),
  /** of a slip */
  reason: z.string().trim().max(2000).optional(),
  /** working days to complete it, when a supplement is asked for */
  days: z.number().int().min(1).max(365).optional(),
  /** number of sets of papers (bộ) */
  setCount: z.number().int().min(1).max(50).default(1),
  /** entered after an incident: when it was really taken in on paper, and what had happened (R168) */
  backdated: z.object({ receivedAt: instant, reason: z.string().trim().min(1).max(2000) }).optional(),
});

export const clockLine = z.object({ at: instant.optional(), text: z.string() });

export const openTask = z.object({
  id: z.string(),
  element: z.string(),
  name: z.string(),
  unit: z.string().optional(),
  unitName: z.string().optional(),
  role: z.string().optional(),
  assignee: z.string().optional(),
  assigneeName: z.string().optional(),
  dueAt: instant.optional(),
});

export const dossierResource = z.object({
  id: z.string(),
  code: z.string(),
  procedure: z.object({
    code: z.string(),
    name: z.string(),
    field: z.string().optional(),
    processVersion: z.number().int(),
  }),
  unit: z.object({
    receiving: z.string(),
    receivingName: z.string(),
    competent: z.string(),
    competentName: z.string(),
    /** hands the result out (R063) */
    returning: z.string(),
  }),
  status: z.object({ code: z.number().int().min(1).max(10), key: statusKey, label: z.string() }),
  finance: z.object({
    state: z.enum(['none', 'due', 'paid', 'refunded']),
    items: z.array(z.object({ name: z.string(), amount: z.number() })).default([]),
    paidAt: instant.optional(),
  }),
  delivery: z.object({
    state: z.enum(['not-ready', 'ready', 'delivered']),
    method: z.enum(['counter', 'postal', 'electronic']),
    address: z.string().optional(),
    returnedAt: instant.optional(),
    returnedTo: z.string().optional(),
  }),
  sync: z.object({ state: z.enum(['not-needed', 'pending', 'done', 'failed']) }),
  channel,
  applicant,
  form: jsonObject,
  /** the version of the application form that the dossier was taken in with; it stays */
  formVersion: z.object({ key: z.string(), version: z.number().int() }).optional(),
  attachments: z.array(attachment),
  setCount: z.number().int(),
  receivedAt: instant,
  /** present when it was entered later than it was taken in (R168) */
  backdated: z.object({ enteredAt: instant, reason: z.string() }).optional(),
  acceptedAt: instant.optional(),
  dueAt: instant.optional(),
  originalDueAt: instant.optional(),
  /** the new appointment of an apology, where the due date itself may be moved no more (R091, R093) */
  promisedAt: instant.optional(),
  /** by when the applicant has to complete it, while a supplement is awaited (DL16) */
  supplementDueAt: instant.optional(),
  resolvedAt: instant.optional(),
  outcome: z.enum(['granted', 'refused', 'stopped', 'rejected']).optional(),
  /** S4 Art. 14.4, comparing dates; absent while open and in time */
  timeliness: z.enum(['early', 'on-time', 'late', 'overdue']).optional(),
  clock: z.object({
    state: z.enum(['running', 'paused', 'stopped', 'not-started']),
    explain: z.array(clockLine),
  }),
  openTasks: z.array(openTask),
  /** where its process is held until somebody puts it right; told to staff alone */
  incidents: z.array(incident).optional(),
  /** same list, the short name used by intake's answer */
  tasks: z.array(openTask),
  documents: z.array(documentResource),
  /** what this user may tell this dossier now: operation names of the path (`refuse`, `extend`, ..., `jump`) */
  abilities: z.array(z.string()),
  version: z.number().int(),
});

/** Whose earlier answers are asked for; a citizen is only ever given his own. */
export const askEarlierAnswers = z.object({
  fullName: z.string().trim().min(1).max(200),
  identifier: z.string().trim().max(20).optional(),
});

/** What a form's fields take over from the person's newest dossier that has them. */
export const earlierAnswers = z.object({
  offers: z.array(z.object({ pointer: z.string(), value: json, dossier: z.string(), at: instant })),
});

/** A row of a list: the dossier without its form, papers and clock sum. */
export const dossierRow = dossierResource
  .pick({
    id: true,
    code: true,
    procedure: true,
    unit: true,
    status: true,
    channel: true,
    receivedAt: true,
    dueAt: true,
    resolvedAt: true,
    timeliness: true,
    openTasks: true,
  })
  .extend({ applicant: z.object({ fullName: z.string() }) });

/** What a unit, or an agency with all its units, has had of a dossier: liên thông sub-totals. */
export const unitTime = z.object({
  unit: z.string(),
  unitName: z.string(),
  steps: z.number().int(),
  /** of them, not done yet */
  open: z.number().int(),
  /** of them, ended or still open after their own due time */
  late: z.number().int(),
  /** working minutes */
  minutes: z.number(),
});

/** By unit, and summed up by the agency that the units are a part of. */
export const timeSpent = page(unitTime).extend({ agencies: z.array(unitTime) });

/** Who files what: is the same matter here already? */
export const duplicatesQuestion = z.object({
  procedure: z.string().max(40),
  applicant: applicant.pick({ fullName: true, identifier: true, birthDate: true, phone: true }),
});

export const dossierQuery = pageQuery.extend({
  /** a key, or a code 1..10 */
  status: z.union([statusKey, z.string().regex(/^([1-9]|10)$/)]).optional(),
  procedure: z.string().optional(),
  unit: z.string().optional(),
  /** the first and the last day of reception, or moments */
  from: z.union([day, instant]).optional(),
  to: z.union([day, instant]).optional(),
  q: z.string().max(200).optional(),
  overdue: z.enum(['true', 'false']).optional(),
});

const reason = z.string().trim().min(1).max(2000);

/** Bodies of `POST /dossiers/{code}/{operation}`. */
export const operationBodies = {
  accept: z.object({ note: z.string().max(2000).optional() }),
  refuse: z.object({ reason }),
  'request-supplement': z.object({
    reason,
    papers: z.array(z.string().max(300)).max(50).default([]),
    days: z.number().int().min(1).max(365).optional(),
  }),
  supplement: z.object({ form: jsonObject.optional(), attachments: z.array(attachment).max(100).optional() }),
  'request-payment': z.object({
    items: z
      .array(z.object({ name: z.string().min(1).max(200), amount: z.number().nonnegative() }))
      .min(1)
      .max(50),
  }),
  pay: z.object({
    method: z.string().min(1).max(50),
    reference: z.string().max(100).default(''),
    amount: z.number().nonnegative(),
  }),
  suspend: z.object({ reason }),
  resume: z.object({ note: z.string().max(2000).optional() }),
  extend: z.object({ reason, dueAt: instant }),
  apologise: z.object({ reason, dueAt: instant }),
  withdraw: z.object({ reason }),
  transfer: z.object({ unit: z.string(), reason }),
  finish: z.object({
    outcome: z.enum(['granted', 'refused']),
    reason: z.string().max(2000).optional(),
    attachments: z.array(attachment).max(20).optional(),
  }),
  /** a result found wrong before its return: work goes on at `step`, else where it began to be handled */
  correct: z.object({ reason, step: z.string().max(200).optional() }),
  return: z.object({
    to: z.string().trim().min(1).max(200),
    method: z.enum(['counter', 'postal', 'electronic']),
  }),
} as const;

export type Operation = keyof typeof operationBodies;

const many = <O extends Operation>(operation: O) =>
  z.object({
    operation: z.literal(operation),
    dossiers: z.array(z.string().max(100)).min(1).max(100),
    body: operationBodies[operation],
  });

/** What may be told to many dossiers in the same words. */
export const operateMany = z.discriminatedUnion('operation', [
  many('accept'),
  many('suspend'),
  many('resume'),
  many('transfer'),
  many('return'),
]);

export const manyOperated = z.object({
  done: z.array(z.string()),
  /** left as they are, with the code of the problem */
  failed: z.array(z.object({ code: z.string(), problem: z.string() })),
});

/** One line of the history: who did what, when and why, with what it changed. */
export const historyEvent = z.object({
  seq: z.number().int(),
  at: instant,
  type: z.string(),
  /** the event in a sentence, in the caller's language */
  text: z.string(),
  actor: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['user', 'system', 'citizen', 'api-key']),
  }),
  element: z.string().optional(),
  elementName: z.string().optional(),
  reason: z.string().optional(),
  before: json.optional(),
  after: json.optional(),
});

/** The process with where the dossier is: the XML and the state of its elements. */
export const dossierDiagram = z.object({
  xml: z.string(),
  open: z.array(z.string()),
  done: z.array(z.string()),
});

export type EarlierAnswers = z.infer<typeof earlierAnswers>;
export type CreateDossier = z.input<typeof createDossier>;
export type ManyOperation = z.infer<typeof operateMany>['operation'];
export type ManyOperated = z.infer<typeof manyOperated>;
export type Dossier = z.infer<typeof dossierResource>;
export type DossierRow = z.infer<typeof dossierRow>;
export type Applicant = z.infer<typeof applicant>;
export type Attachment = z.infer<typeof attachment>;
export type HistoryEvent = z.infer<typeof historyEvent>;
export type OpenTask = z.infer<typeof openTask>;
export type UnitTime = z.infer<typeof unitTime>;
export type TimeSpent = z.infer<typeof timeSpent>;
export type StatusKey = z.infer<typeof statusKey>;
export type Channel = z.infer<typeof channel>;
