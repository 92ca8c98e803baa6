/** A running dossier goes on at another step of its process: explicit, by who keeps processes running, logged with why. */
import type { z } from 'zod';
import { CommandRefused } from '../../../engine/index.ts';
import type { Asker } from '../../access/audit.ts';
import type { jumpDossier as jumpBody } from '../../contract/jump.ts';
import { problem } from '../../http/problem.ts';
import type { Outcome } from '../../runtime/execute.ts';
import { placeName } from '../../runtime/place-name.ts';
import { MAIN, tell } from '../../runtime/run-process.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { audit, involve, record, type Turn } from '../../runtime/turn.ts';
import { executeSeen } from '../execute-seen.ts';
import { OPERATION_NAMES } from '../operation-names.ts';
import type { DossierRecord } from '../records.ts';
import { STATUSES } from '../statuses.ts';

export interface Jump {
  from?: string[] | undefined;
  to: string;
}

export interface JumpOrder {
  code: string;
  body: z.output<typeof jumpBody>;
  asker: Asker;
}

/**
 * Ends what is open (at `from`, else everything) and enters the step, in one commit. The promise and its clock stay; so
 * does the legal status, beyond what a step under way asks for: results, refusals, pauses and returns have operations of
 * their own.
 * @throws Problem dossier.not-found, jump.not-now, dossier.on-hold, jump.no-such-step, jump.not-a-step,
 *   jump.nothing-open, jump.needs-operation
 */
export function jumpDossier(runtime: Runtime, { code, body, asker }: JumpOrder): Promise<Outcome> {
  return executeSeen(runtime, {
    code,
    asker,
    act: (turn) => {
      const { from, to, reason } = body;
      record(turn, {
        type: 'jumped',
        element: to,
        elementName: placeName(turn.context.version, to).vi,
        reason,
        before: { open: openPlaces(turn) },
        after: { to, ...(from && { from }) },
      });
      audit(turn, 'dossier.jump', `${to}: ${reason}`);
      involve(turn, asker.actor.unit);
      jumpWithin(turn, { from, to });
    },
  });
}

/** The jump itself, refused where it would be more than work going on elsewhere. */
export function jumpWithin(turn: Turn, { from, to }: Jump): void {
  const { dossier, context } = turn;
  const { code } = dossier;
  refuseNow(dossier);
  const step = placeName(context.version, to);
  try {
    tell(turn, MAIN, { type: 'jump', to, ...(from && { from }) });
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    const refusal = REFUSALS[error.code];
    if (!refusal) throw error;
    throw problem(refusal.code, 422, {
      values: { code, step },
      errors: [{ pointer: refusal.pointer, code: refusal.code }],
    });
  }
  if (isUnderWay(dossier)) return;
  throw problem('jump.needs-operation', 409, {
    values: { code, step, status: STATUSES[dossier.status].label },
    errors: [{ pointer: '/to', code: 'jump.needs-operation' }],
  });
}

/** What the kernel refuses, in the words of the API. */
const REFUSALS: { [code in CommandRefused['code']]?: { code: string; pointer: string } } = {
  'unknown-element': { code: 'jump.no-such-step', pointer: '/to' },
  'wrong-kind': { code: 'jump.not-a-step', pointer: '/to' },
  'unknown-occurrence': { code: 'jump.nothing-open', pointer: '/from' },
};

/** Work is under way: neither before the receipt, nor paused, nor resolved. */
const isUnderWay = ({ status }: DossierRecord): boolean => status === 'accepted' || status === 'in_progress';

/** Whether a jump is possible at all now. */
export const canJumpNow = (dossier: DossierRecord): boolean =>
  isUnderWay(dossier) && !dossier.hold && dossier.instances[MAIN]?.state.status === 'running';

/** @throws Problem dossier.on-hold, jump.not-now */
export function refuseNow(dossier: DossierRecord): void {
  const { code, hold, status } = dossier;
  if (hold) {
    throw problem('dossier.on-hold', 409, { values: { code, operation: OPERATION_NAMES[hold.operation] } });
  }
  if (canJumpNow(dossier)) return;
  throw problem('jump.not-now', 409, { values: { code, status: STATUSES[status].label } });
}

/** Elements where somebody or something is awaited. */
const openPlaces = ({ dossier }: Turn): string[] => [
  ...new Set([
    ...dossier.openTasks.map(({ element }) => element),
    ...(dossier.incidents ?? []).map(({ element }) => element),
  ]),
];
