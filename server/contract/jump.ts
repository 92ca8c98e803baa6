/** Moving a running dossier to another step of its process, by who keeps processes running. */
import { z } from 'zod';
import { instant } from './common.ts';

const element = z.string().min(1).max(200);

/** Without `from` everything that is open is left. */
export const previewJump = z.object({ from: z.array(element).min(1).max(50).optional(), to: element });
export const jumpDossier = previewJump.extend({ reason: z.string().trim().min(1).max(2000) });

const place = z.object({ element: z.string(), name: z.string() });

/** Where it is, and the steps that it may be moved to now. */
export const jumpChoices = z.object({
  open: z.array(place),
  steps: z.array(place.extend({ unitName: z.string().optional() })),
});

/** What a jump would end and open; nothing has changed. */
export const jumpPreview = z.object({
  to: place,
  cancels: z.array(
    place.extend({
      /** a person's task, work of the system, a called process, a timer or message that is waited for, an incident */
      kind: z.enum(['task', 'work', 'process', 'wait', 'incident']),
    }),
  ),
  opens: z.array(place.extend({ unitName: z.string().optional(), dueAt: instant.optional() })),
  /** places that would be held at once, with what is wrong there */
  incidents: z.array(place.extend({ text: z.string() })),
});

export type JumpChoices = z.infer<typeof jumpChoices>;
export type JumpPreview = z.infer<typeof jumpPreview>;
