import { describe, expect, it } from '@jest/globals';
import { keepClock, openKeptClock } from '../../server/deadlines/kept-clock.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';

const START = Date.parse('2026-04-17T03:00:00.000Z');
const LATER = Date.parse('2026-05-04T10:00:00.123Z');

describe('the clock of demonstrations across a restart', () => {
  it('starts where it is told when it was never moved', async () => {
    const store = openSqliteStore({ folder: ':memory:' });
    expect((await openKeptClock(store, START)).now()).toBe(START);
    await store.close();
  });

  it('stands where it was left, to the millisecond, whatever the machine says meanwhile', async () => {
    const store = openSqliteStore({ folder: ':memory:' });
    const clock = await openKeptClock(store, START);
    clock.moveTo(LATER);
    await keepClock(store, clock);
    clock.moveTo(START);
    const again = await openKeptClock(store, START);
    expect(again.now()).toBe(LATER);
    await store.close();
  });

  it('can be kept again and again, the last position standing', async () => {
    const store = openSqliteStore({ folder: ':memory:' });
    const clock = await openKeptClock(store, START);
    for (const moment of [LATER, START - 1000]) {
      clock.moveTo(moment);
      await keepClock(store, clock);
    }
    expect((await openKeptClock(store, START)).now()).toBe(START - 1000);
    await store.close();
  });
});
