import type { Node } from '../compile/program.ts';
import type { Variables } from '../types.ts';
import type { Run } from './run.ts';
import { place, visibleAt, write } from './variables.ts';

/** Takes over what an event has brought: by its output mappings where it has any, else as it is. */
export function receive(
  run: Run,
  node: Node,
  { scope, payload }: { scope: string | undefined; payload: Variables },
): void {
  const context = { ...visibleAt(run, scope), ...payload };
  const [item, ...others] = Object.values(payload);
  const values: Variables = {};
  for (const { target, source, isOptional } of node.outputs) {
    const { value, warnings } = source.evaluate({ ...context, ...values }, run.at);
    if (!isOptional || warnings.length === 0) place(values, target, { value, context });
    // a message is one item, whatever its sender and its receiver call it
    else if (item !== undefined && others.length === 0) place(values, target, { value: item, context });
  }
  write(run, scope, { ...(node.mergesOutput ? payload : {}), ...values });
}
