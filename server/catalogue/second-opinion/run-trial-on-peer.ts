/** One test on bpmn-engine, with FEEL as its only script language: no model's JavaScript is ever run. */
import { EventEmitter } from 'node:events';
import type { IScripts } from 'bpmn-elements';
import { Engine } from 'bpmn-engine';
import { evaluate } from 'feelin';
import type { PeerTrial } from './opinion.ts';

interface WaitingTask {
  id: string;
  signal(output: object): void;
}

/** @returns open steps at the start and after each step, sorted. Stops where a step to be completed is not open. */
export async function runTrialOnPeer(
  xml: string,
  { variables, steps }: Omit<PeerTrial, 'name'>,
): Promise<string[][]> {
  const shared: Record<string, unknown> = { ...variables };
  const engine = new Engine({
    name: 'second-opinion',
    source: xml,
    scripts: feelScripts(shared) as unknown as IScripts,
  });
  const listener = new EventEmitter();
  const waiting: WaitingTask[] = [];
  listener.on('activity.wait', (task: WaitingTask) => waiting.push(task));
  await engine.execute({ listener, variables });
  const open = () => waiting.map(({ id }) => id).sort();
  const all = [open()];
  for (const { complete, output } of steps) {
    const index = waiting.findIndex(({ id }) => id === complete);
    if (index < 0) return all;
    const [task] = waiting.splice(index, 1);
    // Answers are merged at the top level, as the house's processes read them.
    Object.assign(shared, output);
    task!.signal(output);
    all.push(open());
  }
  return all;
}

interface ScriptOwner {
  id: string;
  behaviour: { conditionExpression?: { body: string } };
}
type Done = (error: Error | null, value?: unknown) => void;

/** Conditions of sequence flows, evaluated as FEEL over what the steps have answered so far. */
function feelScripts(variables: Record<string, unknown>) {
  const conditions = new Map<string, string>();
  return {
    register: ({ id, behaviour }: ScriptOwner) => {
      const body = behaviour.conditionExpression?.body;
      if (body) conditions.set(id, body.replace(/^\s*=/, ''));
    },
    getScript: (_language: string, { id }: { id: string }) => {
      const condition = conditions.get(id);
      if (condition === undefined) return undefined;
      return {
        execute: (_scope: unknown, done: Done) => done(null, evaluate(condition, variables).value === true),
      };
    },
  };
}
