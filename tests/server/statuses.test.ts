import { describe, expect, it } from '@jest/globals';
import type { StatusKey } from '../../server/contract/dossiers.ts';
import {
  operationsFrom,
  STATUSES,
  statusOfCode,
  stepPath,
  TRANSITIONS,
  transitionOf,
} from '../../server/dossiers/statuses.ts';

const KEYS = Object.keys(STATUSES) as StatusKey[];
const AFTER = 'after-acceptance';
const BEFORE = 'before-acceptance';

describe('the table of statuses', () => {
  it('has the ten codes of the portal, two keys sharing the eighth', () => {
    expect(KEYS.map((key) => STATUSES[key].code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10]); // TT 22/2019
  });

  it('pauses the clock while the applicant supplements or pays, and while suspended', () => {
    const paused = KEYS.filter((key) => STATUSES[key].clock === 'paused');

    expect(paused).toEqual(['supplement_requested', 'payment_required', 'withdrawal_requested', 'suspended']); // DL17
  });

  it('lets nothing out of a final status', () => {
    const final = KEYS.filter((key) => STATUSES[key].final);

    expect(final).toEqual(['rejected_at_intake', 'stopped', 'returned']);
    expect(TRANSITIONS.filter(({ from }) => final.includes(from))).toEqual([]);
  });

  it('reaches every status from the first', () => {
    const reached = new Set<StatusKey>(['registered']);
    for (const key of reached) for (const row of TRANSITIONS) if (row.from === key) reached.add(row.to);

    expect([...reached].sort()).toEqual([...KEYS].sort());
  });

  it('starts no clock before acceptance', () => {
    expect(STATUSES.registered.clock).toBe('not-started'); // DL30
  });
});

/** Domain 4.2, row by row, with what the product adds: who has not been received may withdraw at once. */
const LAW: [StatusKey, 'before-acceptance' | 'after-acceptance', Record<string, [StatusKey, string?]>][] = [
  [
    'registered',
    BEFORE,
    {
      accept: ['accepted', 'receipt'],
      refuse: ['rejected_at_intake', 'refusal'],
      'request-supplement': ['supplement_requested', 'supplement-request'],
      withdraw: ['stopped'],
      'request-payment': ['registered', 'payment-notice'],
      pay: ['registered'],
    },
  ],
  [
    'supplement_requested',
    BEFORE,
    {
      refuse: ['rejected_at_intake', 'refusal'],
      supplement: ['registered'],
      withdraw: ['withdrawal_requested'],
    },
  ],
  ['withdrawal_requested', BEFORE, { resume: ['registered'], withdraw: ['stopped', 'stop-notice'] }],
  ['accepted', AFTER, atWork('accepted')],
  ['in_progress', AFTER, atWork('in_progress')],
  [
    'supplement_requested',
    AFTER,
    {
      refuse: ['stopped', 'stop-notice'],
      supplement: ['in_progress'],
      withdraw: ['withdrawal_requested'],
    },
  ],
  ['payment_required', AFTER, { pay: ['in_progress'], withdraw: ['withdrawal_requested'] }],
  ['withdrawal_requested', AFTER, { resume: ['in_progress'], withdraw: ['stopped', 'stop-notice'] }],
  ['suspended', AFTER, { resume: ['in_progress'] }],
  ['resolved', AFTER, { correct: ['in_progress'], return: ['returned', 'return-slip'], pay: ['resolved'] }],
  ['rejected_at_intake', BEFORE, {}],
  ['stopped', BEFORE, {}],
  ['stopped', AFTER, {}],
  ['returned', AFTER, {}],
];

function atWork(status: StatusKey): Record<string, [StatusKey, string?]> {
  return {
    'request-supplement': ['supplement_requested', 'supplement-request'],
    'request-payment': ['payment_required', 'payment-notice'],
    suspend: ['suspended'],
    withdraw: ['withdrawal_requested'],
    refuse: ['resolved', 'refusal'],
    finish: ['resolved', 'result'],
    extend: [status, 'extension'],
    apologise: [status, 'apology'],
    transfer: [status],
    pay: [status],
  };
}

describe('the transitions of the law (domain 4.2; TT 22/2019, NĐ61 Đ.17-20)', () => {
  it.each(LAW)('from %s, %s, are these with their papers, and no other', (status, phase, rows) => {
    const at = { status, phase };
    const found = Object.fromEntries(
      operationsFrom(at).map((operation) => {
        const { to, document } = transitionOf(operation, at)!;
        return [operation, document === undefined ? [to] : [to, document]];
      }),
    );

    expect(found).toEqual(rows);
  });
});

describe('operations', () => {
  it('lead back to registration when the supplement was asked for before acceptance', () => {
    const at = { status: 'supplement_requested', phase: BEFORE } as const;

    expect(transitionOf('supplement', at)?.to).toBe('registered');
    expect(transitionOf('refuse', at)?.to).toBe('rejected_at_intake');
  });

  it('lead back to work, or close the dossier, when it was asked for after acceptance', () => {
    const at = { status: 'supplement_requested', phase: AFTER } as const;

    expect(transitionOf('supplement', at)?.to).toBe('in_progress');
    expect(transitionOf('refuse', at)?.to).toBe('stopped'); // R077
  });

  it('make a refusal after examination a result', () => {
    expect(transitionOf('refuse', { status: 'in_progress', phase: AFTER })).toMatchObject({
      to: 'resolved',
      document: 'refusal',
    }); // R078
  });

  it('are those of the table and no more', () => {
    expect(operationsFrom({ status: 'returned', phase: AFTER })).toEqual([]);
    expect(operationsFrom({ status: 'resolved', phase: AFTER })).toEqual(['correct', 'return', 'pay']);
    expect(transitionOf('accept', { status: 'in_progress', phase: AFTER })).toBeUndefined();
  });
});

describe('steps', () => {
  it('pass through what lies between', () => {
    expect(stepPath('accepted', 'resolved')).toEqual(['in_progress', 'resolved']);
  });

  it('go nowhere when they are there, or when no way leads there', () => {
    expect(stepPath('in_progress', 'in_progress')).toEqual([]);
    expect(stepPath('returned', 'in_progress')).toEqual([]);
  });

  it('mean a pause by the number eight', () => {
    expect(statusOfCode(8)).toBe('suspended');
    expect(() => statusOfCode(11)).toThrow(RangeError);
  });
});
