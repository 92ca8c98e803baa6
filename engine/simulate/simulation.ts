import type { Instant } from '../types.ts';

/** Times in milliseconds of working time. */
export interface Spread {
  mean: number;
  median: number;
  p95: number;
  max: number;
}

export interface SimulatedStep {
  element: string;
  name: string;
  /** who does it: the key of the resource, absent for work that needs nobody */
  resource?: string;
  allotted: number;
  count: number;
  waiting: Spread;
  working: Spread;
  /** dossiers in the queue of this step, averaged over time, and at most */
  queue: { mean: number; max: number };
}

/** What a simulation found; the assumptions it rests on are named in it. */
export interface Simulation {
  seed: number;
  dossiers: number;
  completed: number;
  /** dossiers that nothing could bring to an end */
  unfinished: number;
  distribution: {
    work: 'triangular from 0.5 to 1.5 of the allotted duration';
    arrival: 'exponential';
    choice: 'by the data; by chance, all ways alike, where data say nothing';
  };
  /** mean working time between two arrivals */
  arrivalEvery: number;
  from: Instant;
  to: Instant;
  steps: SimulatedStep[];
  /** people of each resource and the share of the time they worked */
  resources: { key: string; people: number; load: number }[];
  duration: Spread;
  /** working time a dossier may take; `source` says where the limit comes from */
  limit: { milliseconds: number; source: 'given' | 'sum of allotted durations' };
  /** share of completed dossiers, 0 to 1, that took longer than the limit */
  pastLimit: number;
}

export function spreadOf(values: number[]): Spread {
  if (values.length === 0) return { mean: 0, median: 0, p95: 0, max: 0 };
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  const sum = sorted.reduce((total, value) => total + value, 0);
  return {
    mean: Math.round(sum / sorted.length),
    median: Math.round(at(0.5)),
    p95: Math.round(at(0.95)),
    max: Math.round(sorted.at(-1)!),
  };
}
