/** Long work that nobody waits for leaves places to what falls due meanwhile, and waits itself while the machine has better to do. */
export interface Background {
  types: string[];
  /** of these at a time */
  places: number;
  /** whether people are being answered that need the machine */
  isBusy: () => boolean;
}

export interface BackgroundPlaces {
  isBehind(type: string): boolean;
  hasRoom(): boolean;
  /** @returns gives the place back; costs nothing for work that is not of the background */
  take(type: string): () => void;
  /** One more may begin even while the machine is busy: the background never stands still. */
  admitOne(): void;
}

export function backgroundPlaces({ types, places, isBusy }: Background): BackgroundPlaces {
  let taken = 0;
  let isOneAdmitted = true;
  const isBehind = (type: string) => types.includes(type);
  return {
    isBehind,
    hasRoom: () => taken < places && (isOneAdmitted || !isBusy()),
    take: (type) => {
      if (!isBehind(type)) return () => {};
      taken += 1;
      isOneAdmitted = false;
      return () => {
        taken -= 1;
      };
    },
    admitOne: () => {
      isOneAdmitted = true;
    },
  };
}
