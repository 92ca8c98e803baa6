import type { Effect } from '../types.ts';
import { belongingTo, close, emit, nodeOf, openIn, type Run, type Work } from './run.ts';
import type { Occurrence } from './state.ts';

/** Ends an open occurrence and everything in and on it, telling the caller what to take back. */
export function cancel(run: Run, id: string): void {
  const occurrence = run.state.open[id];
  if (!occurrence) return;
  if (occurrence.role === 'scope') cancelInside(run, id);
  if (mayHaveOthers(run, occurrence)) for (const other of belongingTo(run, id)) cancel(run, other);
  withdraw(run, id);
  if (isShown(occurrence)) emit(run, 'cancel', occurrence.element, { occurrence: id });
  close(run, id);
}

/** Cancels whatever is open directly in a scope, and the tokens on their way in it. */
export function cancelInside(run: Run, scope: string | undefined): void {
  const isElsewhere = (work: Work) => !('node' in work) || work.in !== scope;
  run.queue = run.queue.filter(isElsewhere);
  run.later = run.later.filter(isElsewhere);
  // in order of opening, so that what belongs to another has gone with it
  for (const id of openIn(run, scope)) cancel(run, id);
}

/** Takes back what an occurrence has asked the caller for. */
export function withdraw(run: Run, id: string): void {
  const occurrence = run.state.open[id]!;
  if (occurrence.incident)
    run.effects.push({ type: 'incident-resolved', occurrence: id, element: occurrence.element });
  const type = taken(run, occurrence);
  if (type) run.effects.push({ type, occurrence: id, element: occurrence.element });
}

function taken(
  run: Run,
  occurrence: Occurrence,
): Extract<Effect['type'], `cancel-${string}` | 'unsubscribe'> | undefined {
  switch (occurrence.role) {
    case 'task':
      return 'cancel-task';
    case 'job':
      return 'cancel-job';
    case 'call':
      return 'cancel-call';
    case 'catch':
    case 'boundary':
    case 'start':
    case 'arm': {
      const trigger = nodeOf(run, occurrence).triggers[occurrence.trigger ?? 0]?.type;
      if (trigger === 'timer') return 'cancel-timer';
      return trigger === 'message' || trigger === 'signal' ? 'unsubscribe' : undefined;
    }
    default:
      return undefined;
  }
}

const HOLDERS = new Set<Occurrence['role']>(['multi', 'race', 'undo']);

/** To look through all that is open for what belongs to each would take long where much is open. */
function mayHaveOthers(run: Run, occurrence: Occurrence): boolean {
  return HOLDERS.has(occurrence.role) || nodeOf(run, occurrence).boundaries.length > 0;
}

const SILENT = new Set<Occurrence['role']>(['boundary', 'start', 'arm', 'join', 'multi', 'undo', 'throwing']);

function isShown(occurrence: Occurrence): boolean {
  return !SILENT.has(occurrence.role);
}
