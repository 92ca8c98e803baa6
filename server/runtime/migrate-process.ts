/** Puts every instance of a dossier on another version of its process, within a turn that goes on in that version. */
import { migrateInstance } from '../../engine/index.ts';
import type { Process } from '../../engine/types.ts';
import type { CompiledVersion } from './ports.ts';
import { follow, MAIN } from './run-process.ts';
import type { Turn } from './turn.ts';

/** @throws CommandRefused when an instance has no place in the new version; plan it before */
export function migrateProcess(
  turn: Turn,
  { from, to, mapping }: { from: CompiledVersion; to: CompiledVersion; mapping: Record<string, string> },
): void {
  // What follows is read in the new version: names, forms, statuses of its steps.
  turn.context.version = to;
  for (const [instance, running] of Object.entries(turn.dossier.instances)) {
    const target = instance === MAIN ? to.process : to.processes[running.definition];
    const step = migrateInstance(
      {
        from: from.processes[running.definition] as Process,
        to: target as Process,
        state: running.state,
        mapping,
      },
      turn.at,
    );
    running.definition = step.state.process;
    follow(turn, instance, step);
  }
}
