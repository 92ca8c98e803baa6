import { afterAll, expect, it } from '@jest/globals';
import { tellSilence } from '../../server/deadlines/watch/tell-late-consultation.ts';
import type { ClosedTask } from '../../server/runtime/turn.ts';
import { local } from '../support/build-calendar.ts';
import { buildDesk, buildDossier, buildTask, RECEIVED } from '../support/build-desk.ts';

const desk = buildDesk();
afterAll(() => desk.close());

const earlier = local('2026-06-01 08:00');
const asked = buildTask({ unit: 'so-tc-gia', unitName: 'Phòng Giá', dueAt: earlier });
const { dueAt: _, ...unlimited } = asked;

it.each<[string, ClosedTask, string[]]>([
  ['was late', { task: asked, status: 'cancelled' }, ['consultation-overdue']],
  [
    'is late this very moment',
    { task: { ...asked, dueAt: RECEIVED }, status: 'cancelled' },
    ['consultation-overdue'],
  ],
  ['had time left', { task: { ...asked, dueAt: local('2026-06-01 09:01') }, status: 'cancelled' }, []],
  ['had no due moment', { task: unlimited, status: 'cancelled' }, []],
  ['answered', { task: asked, status: 'completed' }, []],
  ['resolves it', { task: { ...asked, unit: 'so-xd' }, status: 'cancelled' }, []],
])(
  'an agency that %s when its step ends is told of accordingly (R014, DL18)',
  async (_name, closed, told) => {
    const turn = await desk.turn(buildDossier());
    turn.closed.push(closed);

    tellSilence(turn);

    expect(turn.entries.map(({ type }) => type)).toEqual(told);
  },
);
