/** Who looked at which dossier, and what he searched for, on the audit trail (R127). */
import { isoNow } from '../clock.ts';
import type { Endpoint, RequestContext } from '../http/endpoint.ts';
import type { Write } from '../store/store.ts';
import { askerOf } from './asker.ts';
import { auditWrite } from './audit.ts';
import type { Access } from './open-access.ts';

/** Look-ups by path, and the parameter that names what was looked at. */
const LOOK_UPS: Record<string, { what: string; subject?: string }> = {
  '/dossiers': { what: 'dossier.search' },
  '/dossiers/:code': { what: 'dossier.read', subject: 'code' },
  '/forms/:key/earlier-answers': { what: 'dossier.search' },
  '/dossiers/:code/history': { what: 'dossier.read-history', subject: 'code' },
  '/dossiers/:code/documents/:id.pdf': { what: 'document.read', subject: 'code' },
  '/dossiers/:code/documents/:id.html': { what: 'document.read', subject: 'code' },
  '/public/dossiers/:code': { what: 'dossier.look-up', subject: 'code' },
  '/blobs/:sha256': { what: 'blob.read', subject: 'sha256' },
};

/** What is not yet written when the machine dies is lost: look-ups change nothing, and must not wait for a disk. */
const WRITTEN_WITHIN_MS = 1_000;
const WRITTEN_AT_ONCE = 500;

export interface LookUpLog {
  note(spec: Endpoint, context: RequestContext): void;
  /** writes what waits, now: before the trail is read, and at the end */
  write(): Promise<void>;
}

export function openLookUpLog(
  { store, clock }: Pick<Access, 'store' | 'clock'>,
  onFault: (fault: unknown) => void,
): LookUpLog {
  let waiting: Write[] = [];
  let timer: NodeJS.Timeout | undefined;
  const write = async () => {
    clearTimeout(timer);
    timer = undefined;
    const writes = waiting;
    waiting = [];
    if (writes.length > 0) await store.commit(writes);
  };
  return {
    note: (spec, context) => {
      const lookUp = spec.method === 'get' ? LOOK_UPS[spec.path] : undefined;
      if (!lookUp) return;
      waiting.push(...lineOf(lookUp, context, isoNow(clock)));
      if (waiting.length >= WRITTEN_AT_ONCE) write().catch(onFault);
      else timer ??= setTimeout(() => write().catch(onFault), WRITTEN_WITHIN_MS).unref();
    },
    write,
  };
}

function lineOf(
  { what, subject }: { what: string; subject?: string },
  context: RequestContext,
  at: string,
): Write[] {
  const params = context.params as Record<string, string>;
  const asked = Object.entries(context.query as Record<string, unknown>).filter(
    ([name, value]) => value !== undefined && name !== 'limit' && name !== 'cursor',
  );
  return auditWrite({
    at,
    ...askerOf(context),
    what,
    ...(subject && params[subject] ? { subject: params[subject] } : {}),
    ...(asked.length > 0
      ? { detail: asked.map(([name, value]) => `${name}=${String(value)}`).join('&') }
      : {}),
  });
}
