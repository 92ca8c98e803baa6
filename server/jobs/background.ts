/** Work that nobody waits for leaves places to what falls due meanwhile, and waits itself while the server has its hands full. */
export interface Background {
  /** type -> how many of it at a time; fewer than the runner's jobs at a time, or nothing is left for the others */
  places: { [type: string]: number };
  /** whether the machine has better to do now */
  isBusy: () => boolean;
}

export interface BackgroundPlaces {
  /** of another type always */
  hasRoom(type: string): boolean;
  /** @returns gives the place back; costs nothing for work that is not of the background */
  take(type: string): () => void;
  /** One more of each type may begin even while it is busy: the background never stands still. */
  admitOne(): void;
}

export function backgroundPlaces({ places, isBusy }: Background): BackgroundPlaces {
  const taken = new Map(Object.keys(places).map((type) => [type, 0]));
  const admitted = new Set(taken.keys());
  return {
    hasRoom: (type) => {
      const running = taken.get(type);
      if (running === undefined) return true;
      return running < places[type]! && (admitted.has(type) || !isBusy());
    },
    take: (type) => {
      const running = taken.get(type);
      if (running === undefined) return () => {};
      taken.set(type, running + 1);
      admitted.delete(type);
      return () => void taken.set(type, taken.get(type)! - 1);
    },
    admitOne: () => {
      for (const type of taken.keys()) admitted.add(type);
    },
  };
}
