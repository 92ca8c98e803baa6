import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startHousekeeping } from '../../server/housekeeping.ts';

const MINUTE_MS = 60_000;

describe('housekeeping', () => {
  let faults: object[];
  const log = { error: (details: object) => void faults.push(details) };
  beforeEach(() => {
    faults = [];
    jest.useFakeTimers();
  });
  afterEach(() => void jest.useRealTimers());

  it('does each chore in its own time', async () => {
    const done: string[] = [];
    const housekeeping = startHousekeeping(
      [
        { everyMs: MINUTE_MS, work: () => void done.push('seal') },
        { everyMs: 2 * MINUTE_MS, work: () => void done.push('sweep') },
      ],
      log,
    );

    await jest.advanceTimersByTimeAsync(2 * MINUTE_MS);
    await housekeeping.stop();
    await jest.advanceTimersByTimeAsync(2 * MINUTE_MS);

    expect(done.sort()).toEqual(['seal', 'seal', 'sweep']);
  });

  it('logs a chore that fails, and does it again', async () => {
    const fault = new Error('the disk is full');
    const housekeeping = startHousekeeping([{ everyMs: MINUTE_MS, work: () => Promise.reject(fault) }], log);

    await jest.advanceTimersByTimeAsync(2 * MINUTE_MS);
    await housekeeping.stop();

    expect(faults).toEqual([{ err: fault }, { err: fault }]);
  });

  it('never begins a chore that still runs, and stops when it has ended', async () => {
    let begun = 0;
    let end = () => {};
    const work = () => {
      begun += 1;
      return new Promise<void>((resolve) => {
        end = resolve;
      });
    };
    const housekeeping = startHousekeeping([{ everyMs: MINUTE_MS, work }], log);

    await jest.advanceTimersByTimeAsync(5 * MINUTE_MS);
    let isStopped = false;
    const stopped = housekeeping.stop().then(() => {
      isStopped = true;
    });
    await jest.advanceTimersByTimeAsync(MINUTE_MS);
    const wasStoppedBefore = isStopped;
    end();
    await stopped;

    expect({ begun, wasStoppedBefore, isStopped }).toEqual({
      begun: 1,
      wasStoppedBefore: false,
      isStopped: true,
    });
  });
});
