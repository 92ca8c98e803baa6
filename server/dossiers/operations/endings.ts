/** The ways a dossier ends: result, refusal, withdrawal, return (S2 Đ.23; NĐ61 Đ.19.8, 20). */
import type { StepInfo } from '../../../engine/types.ts';
import { problem } from '../../http/problem.ts';
import { cancelProcess, MAIN, tell } from '../../runtime/run-process.ts';
import { stepOf } from '../../runtime/step-of.ts';
import { record, type Turn } from '../../runtime/turn.ts';
import { finishStep } from '../../tasks/complete-task.ts';
import { isApplicant } from '../capacities.ts';
import { markReturned } from '../mark-returned.ts';
import { type Transition, transitionOf } from '../statuses.ts';
import { type Act, take } from './act.ts';

/** Before the receipt: not received (R049). After it: resolved with a refusal, by the due date (R078). */
export function refuse({ turn, row, body }: Act<'refuse'>): void {
  const { dossier } = turn;
  const stage = dossier.acceptedAt === undefined ? 'tiếp nhận' : 'giải quyết';
  record(turn, { type: 'refuse', reason: body.reason });
  const outcomes = { rejected_at_intake: 'rejected', stopped: 'stopped', resolved: 'refused' } as const;
  dossier.outcome = outcomes[row.to as keyof typeof outcomes];
  take({ turn, row }, { reason: body.reason, paper: { refusal: { stage }, ...stopFacts(turn, '') } });
  if (row.to === 'resolved') leadToReturn(turn);
  else cancelProcess(turn, body.reason);
}

/** @throws Problem dossier.refusal-needs-reason */
export function finish({ turn, row, body }: Act<'finish'>): void {
  const { dossier } = turn;
  const isRefused = body.outcome === 'refused';
  if (isRefused && !body.reason?.trim()) {
    throw problem('dossier.refusal-needs-reason', 422, {
      errors: [{ pointer: '/reason', code: 'dossier.refusal-needs-reason' }],
    });
  }
  if (body.attachments) dossier.attachments = [...dossier.attachments, ...body.attachments];
  dossier.outcome = body.outcome;
  record(turn, {
    type: 'finish',
    after: { outcome: body.outcome },
    ...(body.reason && { reason: body.reason }),
  });
  const document = isRefused ? 'refusal' : 'result';
  take(
    { turn, row: { ...row, document } },
    { reason: body.reason ?? '', paper: { refusal: { stage: 'giải quyết' } } },
  );
  leadToReturn(turn);
}

/**
 * R079: the applicant's request waits for the counter, which checks that no decision was issued; the counter's
 * own entry is request and check in one.
 */
export function withdraw({ turn, row, body }: Act<'withdraw'>): void {
  const { dossier, actor } = turn;
  record(turn, { type: 'withdraw', reason: body.reason });
  const steps: Transition[] = [row];
  const confirmation = transitionOf('withdraw', {
    status: 'withdrawal_requested',
    phase: 'after-acceptance',
  });
  if (row.to === 'withdrawal_requested' && !isApplicant(actor, dossier) && confirmation)
    steps.push(confirmation);
  // asked by the applicant first, confirmed by the counter later
  const asked = dossier.hold?.operation === 'withdraw' ? dossier.hold : { at: turn.at, reason: body.reason };
  const paper = { reason: asked.reason ?? body.reason, ...stopFacts(turn, asked.at) };
  for (const step of steps) take({ turn, row: step }, { reason: body.reason, paper });
  if (dossier.status !== 'stopped') return;
  dossier.outcome = 'stopped';
  cancelProcess(turn, body.reason);
}

/** Completes the open return step; a process that has none ends here. */
export function returnResult({ turn, body }: Act<'return'>): void {
  const { dossier } = turn;
  const task = dossier.openTasks.find(({ element }) => stepOf(turn, element)?.actions.includes('return'));
  record(turn, { type: 'return', after: body });
  if (task) finishStep(turn, task, { output: { to: body.to, method: body.method }, attachments: [] });
  markReturned(turn, body);
  cancelProcess(turn, '');
}

/** On to the step that hands the result back, whatever was open; without such a step the process is over. */
function leadToReturn(turn: Turn): void {
  const { instances, outcome = null } = turn.dossier;
  const step = returnStep(turn);
  // An error may have ended it: the result is handed over without a step of its own then.
  if (instances[MAIN]?.state.status !== 'running') return;
  if (!step) {
    cancelProcess(turn, '');
    return;
  }
  tell(turn, MAIN, { type: 'set-variables', variables: { outcome } });
  tell(turn, MAIN, { type: 'jump', to: step.id });
}

const returnStep = ({ context }: Turn): StepInfo | undefined =>
  context.version.process.steps.find(({ actions }) => actions.includes('return'));

/** @param requestedAt when the applicant asked for it; empty when nobody did (R077, R079) */
const stopFacts = ({ at, dossier }: Turn, requestedAt: string) => ({
  stop: { requestedAt, stoppedAt: at, originals: '', fees: feesPaid(dossier.finance.payments) },
});

const feesPaid = (payments: { amount: number }[]): string => {
  const total = payments.reduce((sum, { amount }) => sum + amount, 0);
  return total > 0 ? `${total.toLocaleString('vi-VN')} đồng` : '';
};
