/** bpmn-engine behind the little that the comparison needs: which tasks are open, and completing one. FEEL only. */
import { EventEmitter } from 'node:events';
import type { IScripts } from 'bpmn-elements';
import { Engine } from 'bpmn-engine';
import { evaluate } from 'feelin';

interface WaitingTask {
  id: string;
  signal(output: object): void;
}

export interface PeerRun {
  /** element ids of open tasks, sorted */
  openTasks(): string[];
  complete(task: string): void;
  isDone(): boolean;
}

/** Starts the file's process in bpmn-engine. @throws what the engine throws */
export async function runOnPeer(xml: string, variables: Record<string, unknown>): Promise<PeerRun> {
  const engine = new Engine({ name: 'peer', source: xml, scripts: feelScripts() as unknown as IScripts });
  const listener = new EventEmitter();
  const waiting: WaitingTask[] = [];
  listener.on('activity.wait', (task: WaitingTask) => waiting.push(task));
  const execution = await engine.execute({ listener, variables });
  return {
    openTasks: () => waiting.map((task) => task.id).sort(),
    complete: (task) => {
      const index = waiting.findIndex((candidate) => candidate.id === task);
      const [found] = waiting.splice(index, 1);
      found!.signal({});
    },
    isDone: () => execution.state === 'idle',
  };
}

interface ScriptOwner {
  id: string;
  type: string;
  behaviour: { conditionExpression?: { body: string } };
}
interface ScriptScope {
  environment: { variables: Record<string, unknown> };
}
type Done = (error: Error | null, value?: unknown) => void;

/** Conditions of sequence flows, evaluated as FEEL over the instance's variables. */
function feelScripts() {
  const conditions = new Map<string, string>();
  return {
    register: ({ id, behaviour }: ScriptOwner) => {
      if (behaviour.conditionExpression) conditions.set(id, behaviour.conditionExpression.body);
    },
    getScript: (_language: string, { id }: { id: string }) => {
      const condition = conditions.get(id);
      if (condition === undefined) return undefined;
      return {
        execute: (scope: ScriptScope, done: Done) =>
          done(null, evaluate(condition, scope.environment.variables).value),
      };
    },
  };
}
