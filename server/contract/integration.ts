/** Blobs, events and administration. */
import { z } from 'zod';
import { instant } from './common.ts';
import { exactlyOne } from './exactly-one.ts';

export const blobResource = z.object({
  sha256: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
});

/** A file that will be sent in pieces. */
export const beginUpload = z.object({
  name: z.string().trim().min(1).max(255),
  size: z.number().int().positive(),
});
/** How far it has come: the next piece begins at `received`. */
export const pieceAnswer = z.object({
  id: z.string(),
  received: z.number().int(),
  size: z.number().int(),
});

/** A server-sent event: what changed; the screen fetches it anew. */
export const liveEvent = z.object({
  type: z.enum(['dossier', 'task', 'notice']),
  dossier: z.string(),
  task: z.string().optional(),
  at: instant,
});

export const moveClock = exactlyOne(z.object({ now: instant.optional(), advance: z.string().optional() }), [
  'now',
  'advance',
]);
export const clockAnswer = z.object({ now: instant });

export type Blob = z.infer<typeof blobResource>;
export type PieceAnswer = z.infer<typeof pieceAnswer>;
export type LiveEvent = z.infer<typeof liveEvent>;
