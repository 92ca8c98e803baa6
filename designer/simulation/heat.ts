/** How hot a step is: where dossiers wait longest, in three grades the eye tells apart. */
import type { Simulation } from '../../engine/index.ts';

export type Heat = 'cool' | 'warm' | 'hot';

const HOUR_MS = 3_600_000;
/** Mean working time in the queue from which a step is warm, and hot. */
const WARM = HOUR_MS;
const HOT = 8 * HOUR_MS;

export const heatOf = (waitingMs: number): Heat =>
  waitingMs >= HOT ? 'hot' : waitingMs >= WARM ? 'warm' : 'cool';

/** Steps that dossiers came to, by element. */
export const heatMap = ({ steps }: Simulation): Map<string, Heat> =>
  new Map(
    steps.filter(({ count }) => count > 0).map(({ element, waiting }) => [element, heatOf(waiting.mean)]),
  );
