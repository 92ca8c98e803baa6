/** Where a process is held, and what puts it right. */
import { z } from 'zod';
import { instant, json, page, pageQuery } from './common.ts';

export const incident = z.object({
  id: z.string(),
  element: z.string(),
  /** what the step, gateway or event is called */
  elementName: z.string(),
  /** `condition.undecided`, `gateway.no-way-out`, `job.failed`, ... */
  code: z.string(),
  /** what is wrong, in the caller's language */
  text: z.string(),
  since: instant,
  /** `retry` */
  abilities: z.array(z.string()),
});

/** An incident with what its condition, mapping or work sees. */
const incidentDetail = incident.extend({ variables: z.record(z.string(), json) });
export const incidentDetails = page(incidentDetail);

/** Has it go on, with what was corrected; why it was is kept for ever. */
export const retryIncident = z.object({
  incident: z.string().max(500),
  variables: z
    .record(
      z
        .string()
        .min(1)
        .max(200)
        .refine((name) => name !== '__proto__'),
      json,
    )
    .default({}),
  reason: z.string().trim().min(1).max(2000),
});

/** A dossier whose process is held, the longest held first. */
const heldDossier = z.object({
  code: z.string(),
  procedure: z.object({ code: z.string(), name: z.string(), processVersion: z.number().int() }),
  unitName: z.string(),
  status: z.string(),
  since: instant,
  dueAt: instant.optional(),
  incidents: z.array(incident),
});
export const heldDossiers = page(heldDossier);
export const heldQuery = pageQuery.extend({ procedure: z.string().max(40).optional() });

export type Incident = z.infer<typeof incident>;
export type IncidentDetail = z.infer<typeof incidentDetail>;
export type HeldDossier = z.infer<typeof heldDossier>;
