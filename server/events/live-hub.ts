/** Tells open screens what has changed; who may see a thing is told, nobody else. In memory, one process. */
import type { Actor } from '../access/actor.ts';
import type { LiveEvent } from '../contract/integration.ts';

export interface Audience {
  units: string[];
  /** the citizen whose dossier it is */
  owner?: string;
}

export interface LiveHub {
  /**
   * @param after the mark that the listener heard last: what was told since is told again, as far as it is kept
   * @returns ends the subscription
   */
  listen(actor: Actor, listener: Listener, after?: string): () => void;
  tell(event: LiveEvent, audience: Audience): void;
  /** ends every subscription: the server stops */
  close(): void;
  /** resolves when what was told here is handed on to other servers */
  stop(): Promise<void>;
}

export interface Listener {
  /** may be told the same twice */
  hear(event: LiveEvent): void;
  /** where to go on after a lost connection; never said where nothing is kept */
  mark?(place: string): void;
  /** the server stops telling */
  end(): void;
}

export interface LocalLiveHub extends LiveHub {
  /** to every listener */
  mark(place: string): void;
}

/** Keeps nothing: who was not connected has missed it. */
export function liveHub(): LocalLiveHub {
  const listeners = new Set<{ actor: Actor; listener: Listener }>();
  return {
    listen: (actor, listener) => {
      const subscription = { actor, listener };
      listeners.add(subscription);
      return () => void listeners.delete(subscription);
    },
    tell: (event, audience) => {
      for (const { actor, listener } of listeners) {
        if (concerns(actor, audience)) listener.hear(event);
      }
    },
    mark: (place) => {
      for (const { listener } of listeners) listener.mark?.(place);
    },
    close: () => {
      for (const { listener } of listeners) listener.end();
    },
    stop: async () => {},
  };
}

export const concerns = (actor: Actor, { units, owner }: Audience): boolean =>
  owner === actor.id ||
  actor.roles.includes('admin') ||
  actor.roles.includes('appraiser') ||
  actor.positions.some(({ unit }) => units.includes(unit));
