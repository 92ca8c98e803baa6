/** Procedures, processes, e-forms and templates over HTTP. */
import type { Endpoint } from '../http/endpoint.ts';
import type { Catalogue } from './open-catalogue.ts';
import { checkRoutes } from './routes/checks.ts';
import { commentRoutes } from './routes/comments.ts';
import { formRoutes } from './routes/forms.ts';
import { listRoutes } from './routes/lists.ts';
import { procedureRoutes } from './routes/procedures.ts';
import { processRoutes } from './routes/processes.ts';
import { templateRoutes } from './routes/templates.ts';
import { trialRoutes } from './routes/trials.ts';

export const catalogueRoutes = (catalogue: Catalogue): Endpoint[] => [
  ...procedureRoutes(catalogue),
  ...processRoutes(catalogue),
  ...trialRoutes(catalogue),
  ...commentRoutes(catalogue),
  ...checkRoutes(catalogue),
  ...formRoutes(catalogue),
  ...listRoutes(catalogue),
  ...templateRoutes(catalogue),
];
