import { describe, expect, it } from '@jest/globals';
import { turnstile } from '../../server/http/turnstile.ts';

/** A turnstile whose turns end when told, and who has begun. */
function buildDoor() {
  let ends: (() => void)[] = [];
  const begun: number[] = [];
  const door = turnstile({ afterTurn: (work) => ends.push(work) });
  return {
    begun,
    come: (who: number) => door.wait(() => begun.push(who)),
    turnAway: door.turnAway,
    endTurn: () => {
      const due = ends;
      ends = [];
      for (const end of due) end();
    },
  };
}

describe('the turnstile', () => {
  it('lets those begin together who came turn after turn, in their order', () => {
    const { begun, come, endTurn } = buildDoor();
    for (const who of [1, 2, 3]) {
      come(who);
      endTurn();
    }
    expect(begun).toEqual([]);

    endTurn();

    expect(begun).toEqual([1, 2, 3]);
  });

  it('waits for those who are turned away, too: behind them there may be more', () => {
    const { begun, come, turnAway, endTurn } = buildDoor();
    come(1);
    endTurn();
    turnAway();
    endTurn();
    expect(begun).toEqual([]);

    endTurn();

    expect(begun).toEqual([1]);
  });

  it('opens again for who comes later', () => {
    const { begun, come, endTurn } = buildDoor();
    come(1);
    endTurn();
    endTurn();

    come(2);
    endTurn();
    endTurn();

    expect(begun).toEqual([1, 2]);
  });

  it('lets work go on in an endless stream of arrivals', () => {
    const { begun, come, endTurn } = buildDoor();

    for (let turn = 0; turn < 600; turn += 1) {
      come(turn);
      endTurn();
    }

    expect(begun.length).toBeGreaterThan(500);
  });
});
