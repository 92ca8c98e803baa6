/** Messages and signals from outside programs to running processes. */
import { z } from 'zod';
import { json, jsonObject } from './common.ts';

const name = z.string().trim().min(1).max(200);

/** For exactly one dossier: the one that waits for `name` with this key, or the one that is named. */
export const sendMessage = z.object({
  name,
  /** what the waiting event's correlation key must equal */
  correlation: json.optional(),
  /** code of the dossier it is for */
  dossier: z.string().max(100).optional(),
  /** becomes variables of the process */
  payload: jsonObject.default({}),
});

/** Where it was taken. */
export const messageTaken = z.object({ dossier: z.string(), element: z.string(), elementName: z.string() });

/** For every dossier that waits for it now. */
export const sendSignal = z.object({ name, payload: jsonObject.default({}) });

/** Who waits is told in the background. */
export const signalSent = z.object({
  id: z.string(),
  /** dossiers that may be waiting for the name now; counted up to 10,000 */
  waiting: z.number().int(),
});

export type MessageTaken = z.infer<typeof messageTaken>;
export type SignalSent = z.infer<typeof signalSent>;
