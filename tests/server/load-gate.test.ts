import { describe, expect, it } from '@jest/globals';
import { type Asker, type LoadGate, loadGate, type Place } from '../../server/http/load-gate.ts';

const fill = (gate: LoadGate, asker: Asker, times: number): (Place | null)[] =>
  Array.from({ length: times }, () => gate.enter(asker));

const admitted = (places: (Place | null)[]): number => places.filter((place) => place !== null).length;

const calm = { isLate: () => false };
const late = { isLate: () => true };

describe('the gate for requests', () => {
  it('lets in as many as are worked on at once, and the next when one has left', () => {
    const gate = loadGate({ requests: 8, ...calm });
    const places = fill(gate, 'signed-in', 9);
    expect(admitted(places)).toBe(8);

    places[0]!.leave();

    expect(admitted(fill(gate, 'signed-in', 2))).toBe(1);
  });

  it('keeps a quarter of the room for those who are signed in', () => {
    const gate = loadGate({ requests: 8, ...calm });

    expect([admitted(fill(gate, 'stranger', 8)), admitted(fill(gate, 'signed-in', 8))]).toEqual([6, 2]);
  });

  it('halves the room while the process is late, and leaves strangers a quarter', () => {
    expect(admitted(fill(loadGate({ requests: 8, ...late }), 'signed-in', 8))).toBe(4);
    expect(admitted(fill(loadGate({ requests: 8, ...late }), 'stranger', 8))).toBe(2);
  });

  it('has its whole room again as soon as the process keeps up', () => {
    let isLate = true;
    const gate = loadGate({ requests: 8, isLate: () => isLate });
    fill(gate, 'signed-in', 8);

    isLate = false;

    expect(admitted(fill(gate, 'signed-in', 8))).toBe(4);
  });

  it('does not count who waits for his client, and takes him back when there is room', () => {
    const gate = loadGate({ requests: 8, ...calm });
    const [slow, other] = fill(gate, 'signed-in', 8);
    slow!.leave();
    fill(gate, 'signed-in', 1);

    const whileFull = slow!.resume();
    other!.leave();

    expect([whileFull, slow!.resume(), gate.taken()]).toEqual([false, true, 8]);
  });

  it('counts a place once, however often it is left or resumed', () => {
    const gate = loadGate({ requests: 8, ...calm });
    const place = gate.enter('stranger')!;

    place.resume();
    expect(gate.taken()).toBe(1);
    place.leave();
    place.leave();

    expect(gate.taken()).toBe(0);
  });

  it.each([late, calm])(
    'never refuses 200 simultaneous intakes of the staff, or 64 citizens (%#)',
    (load) => {
      expect(admitted(fill(loadGate(load), 'signed-in', 200))).toBe(200);
      expect(admitted(fill(loadGate(load), 'stranger', 64))).toBe(64);
    },
  );
});
