import { describe, expect, it } from '@jest/globals';
import { manualClock, systemClock } from '../../server/clock.ts';
import { moveClock } from '../../server/deadlines/move-clock.ts';
import { clockRoutes } from '../../server/deadlines/routes.ts';

/** Friday 17/04/2026, 10:00 in Việt Nam. */
const FRIDAY = '2026-04-17T03:00:00.000Z';
const types = ['timer'];

/** A clock, and a runner of jobs that are due at these moments; it notes what the clock showed at each drain. */
function buildClock(dueAt: string[] = [], later: Record<string, string> = {}) {
  const clock = manualClock(Date.parse(FRIDAY));
  const waiting = [...dueAt];
  const done: string[] = [];
  const drains: (string[] | undefined)[] = [];
  const now = () => new Date(clock.now()).toISOString();
  const runner = {
    drain: async (filter?: { types?: string[] }) => {
      drains.push(filter?.types);
      const due = waiting.filter((moment) => moment <= now()).sort();
      for (const moment of due) {
        waiting.splice(waiting.indexOf(moment), 1);
        done.push(`${moment} at ${now()}`);
        if (later[moment]) waiting.push(later[moment]);
      }
      return due.length;
    },
    nextDueAt: async (filter?: { types?: string[] }) =>
      (filter?.types === types && [...waiting].sort()[0]) || null,
  };
  return { clock, runner, types, done, drains, now };
}

describe('the clock of demonstrations', () => {
  it('lets everything on the way happen at its own time, in order, and what follows from it', async () => {
    const desk = buildClock(
      ['2026-04-19T00:00:00.000Z', '2026-04-18T00:00:00.000Z', '2026-04-25T00:00:00.000Z'],
      {
        '2026-04-19T00:00:00.000Z': '2026-04-20T00:00:00.000Z',
      },
    );

    await moveClock(desk, { now: '2026-04-20T00:00:00.000Z' });

    expect(desk.done).toEqual([
      '2026-04-18T00:00:00.000Z at 2026-04-18T00:00:00.000Z',
      '2026-04-19T00:00:00.000Z at 2026-04-19T00:00:00.000Z',
      '2026-04-20T00:00:00.000Z at 2026-04-20T00:00:00.000Z',
    ]);
    expect(desk.now()).toBe('2026-04-20T00:00:00.000Z');
    expect(desk.drains.every((drained) => drained === types)).toBe(true);
  });

  it('does first what is overdue as it is moved, without going back for it', async () => {
    const desk = buildClock(['2026-04-01T00:00:00.000Z'], {
      '2026-04-01T00:00:00.000Z': '2026-04-02T00:00:00.000Z',
    });

    await moveClock(desk, { now: '2026-04-18T00:00:00.000Z' });

    expect(desk.done).toEqual([
      `2026-04-01T00:00:00.000Z at ${FRIDAY}`,
      `2026-04-02T00:00:00.000Z at ${FRIDAY}`,
    ]);
  });

  it('goes back to another month, after everything that is due now', async () => {
    const desk = buildClock([FRIDAY, '2026-04-18T00:00:00.000Z']);

    await moveClock(desk, { now: '2026-03-02T02:00:00.000Z' });

    expect(desk.now()).toBe('2026-03-02T02:00:00.000Z');
    expect(desk.done).toEqual([`${FRIDAY} at ${FRIDAY}`]);
    expect(desk.drains).toEqual([types, undefined]);
  });

  it('stays where it is when it is moved to now, and what is due by now is done', async () => {
    const desk = buildClock([FRIDAY]);

    await moveClock(desk, {});

    expect([desk.now(), desk.done.length]).toEqual([FRIDAY, 1]);
    expect(desk.drains).toEqual([types, types]);
  });

  it.each([
    ['PT90M', '2026-04-17T04:30:00.000Z'],
    ['P1D', '2026-04-18T03:00:00.000Z'],
    ['P1M', '2026-05-17T03:00:00.000Z'],
  ])('goes on by %s', async (advance, expected) => {
    const desk = buildClock();

    await moveClock(desk, { advance });

    expect(desk.now()).toBe(expected);
  });

  it('refuses a span that is none, and keeps its time', async () => {
    const desk = buildClock();

    await expect(moveClock(desk, { advance: 'mai' })).rejects.toMatchObject({
      code: 'clock.bad-span',
      status: 422,
      errors: [{ pointer: '/advance', code: 'clock.bad-span' }],
    });
    expect(desk.now()).toBe(FRIDAY);
  });

  it('does not exist where the server keeps real time', async () => {
    const deps = { ...buildClock(), clock: systemClock };

    await expect(moveClock(deps, {})).rejects.toMatchObject({ code: 'clock.not-manual', status: 404 });
    expect(clockRoutes({ ...deps, keep: async () => {} })).toEqual([]);
  });

  it('is moved by whoever may manage it, keeps and answers its time', async () => {
    const desk = buildClock();
    const kept: string[] = [];
    const keep = async () => void kept.push(desk.now());
    const [route, ...further] = clockRoutes({ ...desk, keep });

    expect(further).toEqual([]);
    expect(route).toMatchObject({
      method: 'post',
      path: '/admin/clock',
      auth: 'session',
      ability: ['manage', 'Clock'],
    });
    const answer = await route!.handler({ body: { advance: 'PT1H' } } as never);
    expect(answer).toEqual({ now: '2026-04-17T04:00:00.000Z' });
    expect(kept).toEqual(['2026-04-17T04:00:00.000Z']);
  });
});
