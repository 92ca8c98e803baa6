import { programOf } from '../compile/program.ts';
import type { Command, Instant, Json, Process, ProcessState } from '../types.ts';
import { beginRun, nodeOf, type Run } from './run.ts';
import { isWaiting } from './throw-trigger.ts';
import { upgradeState } from './upgrade-state.ts';

type Message = Omit<Extract<Command, { type: 'message' }>, 'type' | 'occurrence'>;

/** Where a message would be taken. */
export interface MessageReceiver {
  occurrence: string;
  element: string;
  /**
   * `same`: it waits for the very key that the message bears, or that stands in its payload; `none`: it waits for
   * no key; `not-given`: it waits for a key and the message bears none.
   */
  key: 'same' | 'none' | 'not-given';
}

/**
 * The first wait of an instance that takes a message, as the command `message` does without an occurrence; nothing
 * when none does, or only such as wait for another key.
 */
export function findReceiver(
  process: Process,
  { state, message, at }: { state: ProcessState; message: Message; at: Instant },
): MessageReceiver | undefined {
  const current = upgradeState(state);
  return current.status === 'running'
    ? receiverOf(beginRun(programOf(process), current, at), message)
    : undefined;
}

export function receiverOf(run: Run, { name, correlation, payload }: Message): MessageReceiver | undefined {
  for (const [occurrence, found] of Object.entries(run.state.open)) {
    const wanted = nodeOf(run, found).triggers[found.trigger ?? 0];
    if (wanted?.type !== 'message' || found.incident || !isWaiting(found.role)) continue;
    if ((found.name ?? wanted.name.constant) !== name && !wanted.aliases.includes(name)) continue;
    const place = { occurrence, element: found.element };
    if (found.correlation === undefined) return { ...place, key: 'none' };
    const key =
      correlation ?? (wanted.key && payload ? wanted.key.evaluate(payload, run.at).value : undefined);
    if (key === undefined || key === null) return { ...place, key: 'not-given' };
    if (isSame(key, found.correlation)) return { ...place, key: 'same' };
  }
  return undefined;
}

function isSame(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
