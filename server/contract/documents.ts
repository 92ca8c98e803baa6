/** Issued papers. */
import { z } from 'zod';
import { instant } from './common.ts';

export const documentResource = z.object({
  id: z.string(),
  /** `receipt`, `supplement-request`, `refusal`, `extension`, `apology`, `stop-notice`, `control-slip`, `return-slip`, `result`, or a procedure's own */
  kind: z.string(),
  title: z.string(),
  number: z.string(),
  issuedAt: instant,
  /** `printing` until the PDF exists; the HTML is there from the start */
  state: z.enum(['draft', 'printing', 'issued', 'failed', 'replaced', 'withdrawn']),
  /** a draft that waits for a signature: who must sign, and the new date it proposes (R091, R094) */
  draft: z
    .object({
      proposedDueAt: instant,
      signer: z.object({ unit: z.string(), unitName: z.string(), names: z.array(z.string()) }),
    })
    .optional(),
  href: z.string(),
  sha256: z.string().optional(),
});

export type DocumentResource = z.infer<typeof documentResource>;
