import { StoreUnavailable } from './store.ts';

const REASONS: Record<string, StoreUnavailable['reason']> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'unreachable',
};

/** What the file system refuses, in the words of the port; null when the fault is another. */
export function unwilling(fault: unknown): StoreUnavailable | null {
  const reason = REASONS[(fault as NodeJS.ErrnoException).code ?? ''];
  return reason ? new StoreUnavailable(reason, fault) : null;
}
