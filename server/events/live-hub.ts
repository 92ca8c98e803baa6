/** Tells open screens what has changed; who may see a thing is told, nobody else. In memory, one process. */
import type { Actor } from '../access/actor.ts';
import type { LiveEvent } from '../contract/integration.ts';

export interface Audience {
  units: string[];
  /** the citizen whose dossier it is */
  owner?: string;
}

export interface LiveHub {
  /** @returns ends the subscription */
  listen(actor: Actor, listener: Listener): () => void;
  tell(event: LiveEvent, audience: Audience): void;
  /** ends every subscription: the server stops */
  close(): void;
}

export interface Listener {
  hear(event: LiveEvent): void;
  /** the server stops telling */
  end(): void;
}

export function liveHub(): LiveHub {
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
    close: () => {
      for (const { listener } of listeners) listener.end();
    },
  };
}

const concerns = (actor: Actor, { units, owner }: Audience): boolean =>
  owner === actor.id ||
  actor.roles.includes('admin') ||
  actor.roles.includes('appraiser') ||
  actor.positions.some(({ unit }) => units.includes(unit));
