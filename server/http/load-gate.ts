/** How many requests are worked on at once. What comes above it is better refused at once than answered too late. */

export interface LoadLimits {
  /** worked on at once; 512 when absent */
  requests?: number | undefined;
  /** whether the process cannot keep up */
  isLate: () => boolean;
}

/** Who asks, as far as it can be told without looking anything up. */
export type Asker = 'signed-in' | 'stranger';

/** One request's place among those worked on. Leaving and resuming twice is leaving and resuming once. */
export interface Place {
  /** it is answered, or waits for its client: not work */
  leave(): void;
  /** It is work again. @returns false when there is no room now: the request is to be shed */
  resume(): boolean;
}

export interface LoadGate {
  /** @returns null when there is no room: the request is to be shed */
  enter(asker: Asker): Place | null;
  /** places taken now */
  taken(): number;
}

const REQUESTS = 512;

/** How much of the room each may fill. The people who work here come before the street, and both wait when the process is late. */
const SHARE: { [asker in Asker]: { calm: number; late: number } } = {
  'signed-in': { calm: 1, late: 1 / 2 },
  stranger: { calm: 3 / 4, late: 1 / 4 },
};

/** Counts only; a decision costs two comparisons. */
export function loadGate({ requests = REQUESTS, isLate }: LoadLimits): LoadGate {
  let taken = 0;
  return {
    enter: (asker) => {
      const place = placeFor(asker);
      return place.resume() ? place : null;
    },
    taken: () => taken,
  };

  function placeFor(asker: Asker): Place {
    let isHeld = false;
    return {
      leave: () => {
        if (isHeld) taken -= 1;
        isHeld = false;
      },
      resume: () => {
        if (isHeld) return true;
        isHeld = taken < requests * SHARE[asker][isLate() ? 'late' : 'calm'];
        if (isHeld) taken += 1;
        return isHeld;
      },
    };
  }
}
