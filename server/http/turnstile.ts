/**
 * Lets requests begin together, once no further one comes to the door. The event loop takes one new connection a turn;
 * were each request worked on as it is read, those behind it would wait unseen, and nobody could tell a storm from
 * a quiet day.
 */

export interface Turnstile {
  /** `begin` is called in a later turn, in the order of coming. */
  wait(begin: () => void): void;
  /** somebody came who is not let in */
  turnAway(): void;
}

/** Turns, each a fraction of a millisecond: in an endless stream of arrivals work goes on all the same. */
const LONGEST_WAIT = 512;

/** @param options.afterTurn does something when the turn of the event loop is over; `setImmediate` when absent */
export function turnstile({
  afterTurn = setImmediate,
}: {
  afterTurn?: (work: () => void) => void;
} = {}): Turnstile {
  const waiting: (() => void)[] = [];
  let hasComeMore = false;
  let turns = 0;

  const look = () => {
    turns += 1;
    if (hasComeMore && turns < LONGEST_WAIT) {
      hasComeMore = false;
      afterTurn(look);
      return;
    }
    turns = 0;
    for (const begin of waiting.splice(0)) begin();
  };
  return {
    wait: (begin) => {
      hasComeMore = true;
      if (waiting.push(begin) === 1) afterTurn(look);
    },
    turnAway: () => {
      hasComeMore = true;
    },
  };
}
