import { isoNow } from '../clock.ts';
import type { RequestContext } from '../http/endpoint.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Viewer } from './view-dossier.ts';

/** For whom, in which language and at which moment a request's answer is made. */
export const viewerOf = (
  { clock }: Pick<Runtime, 'clock'>,
  { actor, language }: Pick<RequestContext, 'actor' | 'language'>,
): Viewer => ({ actor, language, now: isoNow(clock) });
