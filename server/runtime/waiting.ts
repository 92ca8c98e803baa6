/** Who in a dossier waits for a message or a signal. */
import { findReceiver, type MessageReceiver } from '../../engine/index.ts';
import type { Json, Variables } from '../../engine/types.ts';
import type { DossierRecord } from '../dossiers/records.ts';
import type { CompiledVersion } from './ports.ts';

export interface Message {
  name: string;
  /** whom it is for, among all who wait for the name */
  correlation?: Json;
  payload?: Variables;
}

export interface Signal {
  name: string;
  payload: Variables;
}

export interface Wait extends MessageReceiver {
  instance: string;
}

/**
 * The wait of a dossier that a message is for: one for its very key, else one without a key, else any. An instance's
 * own messages come to itself last.
 */
export function waitFor(
  message: Message,
  {
    dossier,
    version,
    at,
    thrower,
  }: {
    dossier: Pick<DossierRecord, 'instances' | 'subscriptions'>;
    version: CompiledVersion;
    at: string;
    /** the instance that throws it */
    thrower?: string | undefined;
  },
): Wait | undefined {
  const named = dossier.subscriptions.filter(({ kind }) => kind === 'message');
  const waiting = [...new Set(named.map(({ instance }) => instance))];
  const ordered = [
    ...waiting.filter((each) => each !== thrower),
    ...waiting.filter((each) => each === thrower),
  ];
  const waits = ordered.flatMap((instance): Wait[] => {
    const running = dossier.instances[instance];
    const definition = running && version.processes[running.definition];
    const found = definition && findReceiver(definition, { state: running.state, message, at });
    return found ? [{ instance, ...found }] : [];
  });
  return KEYS.flatMap((key) => waits.filter((wait) => wait.key === key))[0];
}

const KEYS: MessageReceiver['key'][] = ['same', 'none', 'not-given'];

/** Instances that wait for a signal; only those that already did at `by`, when it is given. */
export const listeners = (
  { subscriptions }: Pick<DossierRecord, 'subscriptions'>,
  { name, by }: { name: string; by?: string },
): string[] => [
  ...new Set(
    subscriptions
      .filter(({ kind, name: wanted }) => kind === 'signal' && wanted === name)
      .filter(({ since }) => since === undefined || by === undefined || since <= by)
      .map(({ instance }) => instance),
  ),
];
