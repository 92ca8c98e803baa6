import type { Behaviour } from './behaviour.ts';

/** Boundary events take no tokens: their activity arms them, and what happens fires them. */
export const boundaryEvent: Behaviour = { arrive: () => undefined };
