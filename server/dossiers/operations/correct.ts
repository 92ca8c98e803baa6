/** A result found wrong before it was handed over: back to the step that made it (domain 4.2, 9 -> 4; NĐ61 Đ.21). */
import type { StepInfo } from '../../../engine/types.ts';
import { problem } from '../../http/problem.ts';
import { MAIN, tell } from '../../runtime/run-process.ts';
import { record, type Turn } from '../../runtime/turn.ts';
import { statusOfCode } from '../statuses.ts';
import { type Act, take } from './act.ts';

/**
 * The promise on the receipt stands: the clock runs on as if there had been no result.
 * @throws Problem dossier.no-such-step
 */
export function correct({ turn, row, body }: Act<'correct'>): void {
  const step = stepToRepeat(turn, body.step);
  record(turn, {
    type: 'correct',
    reason: body.reason,
    before: { outcome: turn.dossier.outcome },
    after: { step: step.id, stepName: step.name || step.id },
  });
  take({ turn, row }, { reason: body.reason });
  tell(turn, MAIN, { type: 'jump', to: step.id });
}

/** The one that is named; else the first in which the dossier is in progress. */
function stepToRepeat({ context }: Turn, wanted: string | undefined): StepInfo {
  const { steps } = context.version.process;
  const found =
    wanted === undefined
      ? (steps.find(({ status }) => status !== undefined && statusOfCode(status) === 'in_progress') ??
        steps[0])
      : steps.find(({ id, actions }) => id === wanted && !actions.includes('return'));
  if (found) return found;
  throw problem('dossier.no-such-step', 422, {
    values: { step: wanted ?? '' },
    errors: [{ pointer: '/step', code: 'dossier.no-such-step' }],
  });
}
