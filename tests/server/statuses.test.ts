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
