/** Word forms of papers: what an office fills in and goes on with outside. */
import { z } from 'zod';
import { instant } from './common.ts';

/** A .docx that was sent to `POST /blobs` before. */
export const putWordForm = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().trim().min(1).max(255),
});

export const wordFormResource = z.object({
  key: z.string(),
  version: z.number().int(),
  name: z.string(),
  sha256: z.string(),
  uploadedAt: instant,
  uploadedBy: z.string(),
});
