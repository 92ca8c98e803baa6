import type { RequestContext } from '../http/endpoint.ts';
import type { Asker } from './audit.ts';

/** Who asks, for the audit trail of what he asks for. */
export const askerOf = ({ actor, ip, requestId }: RequestContext): Asker => ({ actor, ip, requestId });
