import type { Effect } from '../types.ts';
import { belongingTo, close, emit, nodeOf, openIn, type Run } from './run.ts';
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
export function cancelInside(run: Run, scope: string | undefined, except?: string): void {
  run.queue = run.queue.filter((work) => !('node' in work) || work.in !== scope);
  run.later = run.later.filter((work) => !('node' in work) || work.in !== scope);
  for (const id of openIn(run, scope)) {
    const occurrence = run.state.open[id];
    if (!occurrence || id === except) continue;
    // what belongs to another goes with it, activities before the events on them
    const holder = occurrence.of === undefined ? undefined : run.state.open[occurrence.of];
    if (holder && holder.in === scope && occurrence.of !== except) continue;
    cancel(run, id);
  }
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

function mayHaveOthers(run: Run, occurrence: Occurrence): boolean {
  const { role } = occurrence;
  if (role === 'boundary' || role === 'start' || role === 'arm' || role === 'join') return false;
  return (
    role === 'multi' || role === 'race' || role === 'undo' || nodeOf(run, occurrence).boundaries.length > 0
  );
}

const SILENT = new Set<Occurrence['role']>(['boundary', 'start', 'arm', 'join', 'multi', 'undo', 'throwing']);

function isShown(occurrence: Occurrence): boolean {
  return !SILENT.has(occurrence.role);
}
