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
  listen(actor: Actor, hear: (event: LiveEvent) => void): () => void;
  tell(event: LiveEvent, audience: Audience): void;
}

export function liveHub(): LiveHub {
  const listeners = new Set<{ actor: Actor; hear: (event: LiveEvent) => void }>();
  return {
    listen: (actor, hear) => {
      const listener = { actor, hear };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (event, audience) => {
      for (const { actor, hear } of listeners) {
        if (concerns(actor, audience)) hear(event);
      }
    },
  };
}

const concerns = (actor: Actor, { units, owner }: Audience): boolean =>
  owner === actor.id ||
  actor.roles.includes('admin') ||
  actor.roles.includes('appraiser') ||
  actor.positions.some(({ unit }) => units.includes(unit));
