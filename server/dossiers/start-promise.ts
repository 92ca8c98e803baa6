/** The promise to the applicant: from when the statutory limit runs, and how long it is (DL28, DL30). */
import { startClock } from '../../calendar/index.ts';
import type { ProcedureSettings } from '../runtime/ports.ts';
import type { Turn } from '../runtime/turn.ts';
import { tellDueChange } from './move-status.ts';
import type { DossierRecord } from './records.ts';
import { STATUSES } from './statuses.ts';

/**
 * Starts the clock when all is there that the procedure counts from: the complete dossier, where it says so the fee
 * too (DL30). Does nothing before that, a second time, or where no date is promised (DL28).
 * @param at when that was: the reception, or the payment
 */
export function startPromise(turn: Turn, at: string): void {
  const { dossier, context, actor } = turn;
  const { policies } = context.procedure;
  if (dossier.clock || dossier.acceptedAt === undefined || policies.appointment === 'none') return;
  if (awaitsFee(dossier, context.procedure) || STATUSES[dossier.status].clock !== 'running') return;
  const { supplement, extensionTimes, extensionShare } = policies;
  dossier.clock = startClock({
    calendar: context.calendar,
    limit: context.procedure.timeLimit,
    channel: dossier.channel,
    policy: { supplement, extensionTimes, extensionShare },
    at,
    reason: dossier.backdated?.reason ?? '',
    actor: actor.id,
  });
  tellDueChange(turn, undefined);
}

/** What is filed online may have a limit of its own (DL28). */
export const limitFor = (
  { channel }: Pick<DossierRecord, 'channel'>,
  { timeLimit, policies }: Pick<ProcedureSettings, 'timeLimit' | 'policies'>,
): ProcedureSettings['timeLimit'] =>
  channel === 'online' ? (policies.onlineTimeLimit ?? timeLimit) : timeLimit;

const awaitsFee = ({ finance }: DossierRecord, { fees, policies }: ProcedureSettings): boolean =>
  policies.startsWhen === 'paid' && finance.state !== 'paid' && fees.some(({ amount }) => amount > 0);
