/** What the public may see without a session (R130-R134). */
import { z } from 'zod';
import { instant } from './common.ts';

/** An issued paper as anybody may see it: what it is, and whether it still stands. */
export const publicPaper = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string(),
  issuedAt: instant,
  verdict: z.enum(['genuine', 'replaced', 'withdrawn']),
});

/** The answer to a paper's QR: issued here and standing, replaced, withdrawn, or not known here at all (R103). */
export const checkedPaper = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('unknown'), code: z.string(), id: z.string() }),
  publicPaper.extend({
    code: z.string(),
    /** in whose name it was issued */
    unit: z.string(),
    /** its PDF carries a digital signature */
    isSealed: z.boolean(),
    /** of its PDF: whoever holds the file compares */
    sha256: z.string().optional(),
    withdrawnAt: instant.optional(),
    replacedBy: z.object({ id: z.string(), number: z.string(), issuedAt: instant }).optional(),
  }),
]);

/**
 * Look-up by code. Without authentication: code, QR, receiving agency, degree of completion,
 * dates; names masked (R130, R131, R134).
 */
export const publicDossier = z.object({
  code: z.string(),
  qr: z.string(),
  procedure: z.string(),
  receivingUnit: z.string(),
  /** units on the dossier's way, in order; absent until accepted (R131) */
  units: z.array(z.object({ name: z.string(), state: z.enum(['done', 'current', 'ahead']) })).optional(),
  organisation: z.string().optional(),
  submitter: z.string(),
  receivedAt: instant,
  dueAt: instant.optional(),
  originalDueAt: instant.optional(),
  /** the new appointment of an apology, beyond the due date */
  promisedAt: instant.optional(),
  status: z.object({ code: z.number().int(), label: z.string() }),
  /** 0..100 */
  progress: z.number().int(),
  timeline: z.array(z.object({ at: instant, label: z.string() })),
  /** issued to the applicant, each with whether it still stands */
  papers: z.array(publicPaper),
  canRate: z.boolean(),
});
export const rating = z.object({
  stars: z.number().int().min(1).max(5),
  comment: z.string().max(1000).optional(),
});

/** An apology as it is published: in full, but for what leads to a person (R096; S4 Art. 11.3). */
export const publishedApology = z.object({
  code: z.string(),
  procedure: z.string(),
  unit: z.string(),
  /** masked */
  applicant: z.string(),
  number: z.string(),
  issuedAt: instant,
  dueAt: instant.optional(),
  newDueAt: instant.optional(),
  reason: z.string(),
});

export type PublishedApology = z.infer<typeof publishedApology>;
export type PublicPaper = z.infer<typeof publicPaper>;
export type CheckedPaper = z.infer<typeof checkedPaper>;
export type PublicDossier = z.infer<typeof publicDossier>;
