/** Papers: what outsiders see of one, and what it can be told. */
import { z } from 'zod';
import { instant, page } from './common.ts';

/**
 * draft -> for-signature -> signed -> (printing ->) issued -> sent, or replaced, or withdrawn.
 * `printing` is issued until its PDF exists; the HTML is there from the start.
 */
export const documentState = z.enum([
  'draft',
  'for-signature',
  'signed',
  'printing',
  'issued',
  'sent',
  'replaced',
  'withdrawn',
]);

const reason = z.string().trim().min(1).max(2000);

/** Bodies of `POST /dossiers/{code}/documents/{id}/{action}`. */
export const documentBodies = {
  /** the text of a draft: why, and the new day it proposes */
  revise: z.object({ reason, proposedDueAt: instant.optional() }),
  submit: z.object({}),
  sign: z.object({}),
  'send-back': z.object({ reason }),
  issue: z.object({}),
  send: z.object({
    to: z.string().trim().min(1).max(200),
    method: z.enum(['counter', 'postal', 'electronic']),
  }),
  /** `text` stands in the new paper instead of the reason that the old one gave */
  reissue: z.object({ reason, text: reason.optional() }),
  withdraw: z.object({ reason }),
} as const;

export type DocumentAction = keyof typeof documentBodies;
export const documentAction = z.enum(Object.keys(documentBodies) as [DocumentAction, ...DocumentAction[]]);

/** A paper that a person drafts for a head to sign. */
export const createDraft = z.object({
  /** of a template that the dossier's procedure has */
  kind: z.string().trim().min(1).max(100),
  reason,
  /** the new day that an extension slip or an apology proposes (R091, R094) */
  proposedDueAt: instant.optional(),
  /** whose heads sign it; the competent unit when absent */
  unit: z.string().max(100).optional(),
});

export const documentResource = z.object({
  id: z.string(),
  /** `receipt`, `supplement-request`, `refusal`, `extension`, `apology`, `stop-notice`, `control-slip`, `return-slip`, `result`, or a procedure's own */
  kind: z.string(),
  title: z.string(),
  /** blank until it is issued */
  number: z.string(),
  issuedAt: instant,
  state: documentState,
  /** whose signature it needs or has; the new date that an extension slip or an apology proposes (R091, R094) */
  draft: z
    .object({
      proposedDueAt: instant.optional(),
      reason: z.string().optional(),
      signer: z.object({ unit: z.string(), unitName: z.string(), names: z.array(z.string()) }),
    })
    .optional(),
  /** the person who signed it, and when */
  signed: z.object({ by: z.string(), title: z.string().optional(), at: instant }).optional(),
  sent: z.object({ at: instant, to: z.string(), method: z.string() }).optional(),
  withdrawn: z.object({ at: instant, reason: z.string(), by: z.string() }).optional(),
  /** the paper whose place it took */
  replaces: z.object({ id: z.string(), number: z.string(), reason: z.string() }).optional(),
  /** id of the paper that took its place */
  replacedBy: z.string().optional(),
  /** the digital signature of its PDF: whose certificate, issued by whom */
  seal: z.object({ subject: z.string(), issuer: z.string() }).optional(),
  href: z.string(),
  sha256: z.string().optional(),
  /** what this user may do with it now: action names of the path */
  abilities: z.array(documentAction),
});

/** The papers of a dossier, and the kinds that the caller may draft now. */
export const documentList = page(documentResource).extend({
  draftable: z.array(
    z.object({ kind: z.string(), title: z.string(), /** proposes a new due date */ needsDate: z.boolean() }),
  ),
});

/** A paper that waits for a head's signature, with what he must know of its dossier. */
export const documentToSign = documentResource.extend({
  dossier: z.object({
    code: z.string(),
    procedure: z.string(),
    applicant: z.string(),
    dueAt: instant.optional(),
  }),
});

/** Many papers of a list, by dossier and id. */
export const documentPlaces = z
  .array(z.object({ dossier: z.string().max(100), id: z.string().max(100) }))
  .min(1);

export type DocumentState = z.infer<typeof documentState>;
export type DocumentList = z.infer<typeof documentList>;
export type DocumentResource = z.infer<typeof documentResource>;
export type DocumentToSign = z.infer<typeof documentToSign>;
