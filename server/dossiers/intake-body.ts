import type { z } from 'zod';
import type { createDossier } from '../contract/dossiers.ts';

/** The body of `POST /dossiers`, defaults filled in. */
export type Intake = z.output<typeof createDossier>;
