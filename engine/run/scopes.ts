import type { Node, Scope } from '../compile/program.ts';
import { open, type Run, within } from './run.ts';
import { await_, isAwaited } from './waits.ts';

/** Arms the event sub-processes of a scope that has just opened. */
export function armStarts(run: Run, scope: string | undefined, body: Scope): void {
  for (const subProcess of body.eventSubProcesses)
    for (const start of subProcess.body!.nodes) if (start.kind === 'startEvent') armStart(run, scope, start);
}

export function armStart(run: Run, scope: string | undefined, start: Node): void {
  start.triggers.forEach((trigger, index) => {
    if (!isAwaited(trigger)) return;
    const id = open(run, { element: start.id, role: 'start', ...within(scope) });
    await_(run, id, start, index);
  });
}

/** Begins a scope at its first plain start event, or without any at every node that nothing leads to. */
export function enterScope(run: Run, scope: string | undefined, { entries }: Scope): void {
  const hasStart = entries[0]?.kind === 'startEvent';
  enterEntries(run, scope, hasStart ? entries.slice(0, 1) : entries);
}

/** Puts a token on each of these nodes. */
export function enterEntries(run: Run, scope: string | undefined, entries: readonly Node[]): void {
  for (const node of entries) run.queue.push({ do: 'arrive', node, ...within(scope) });
  if (entries.length === 0) run.checks.add(scope ?? '');
}
