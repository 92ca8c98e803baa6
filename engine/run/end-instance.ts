import { cancelInside } from './cancel.ts';
import { emit, type Run } from './run.ts';

/** Ends the whole instance; whatever is open is cancelled. */
export function endInstance(
  run: Run,
  outcome: 'completed' | 'failed' | 'cancelled',
  error?: { code: string; message?: string },
): void {
  cancelInside(run, undefined);
  for (const id of Object.keys(run.state.open)) delete run.state.open[id];
  run.queue = [];
  run.later = [];
  run.checks.clear();
  run.state.status = outcome;
  delete run.state.done;
  emit(run, 'end', run.program.id, { outcome, ...(error && { error }) });
  run.effects.push({ type: 'end', outcome, variables: run.state.variables, ...(error && { error }) });
}
