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
  /** it is work again; never refused, for it was let in once */
  resume(): void;
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
      const room = requests * SHARE[asker][isLate() ? 'late' : 'calm'];
      return taken < room ? place() : null;
    },
    taken: () => taken,
  };

  function place(): Place {
    let isHeld = false;
    const hold = (wanted: boolean) => {
      if (isHeld === wanted) return;
      isHeld = wanted;
      taken += wanted ? 1 : -1;
    };
    hold(true);
    return { leave: () => hold(false), resume: () => hold(true) };
  }
}
