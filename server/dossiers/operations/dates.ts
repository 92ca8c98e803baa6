/** New appointments: the extension and the apology (S2 Đ.25; NĐ61 Đ.19.9). */
import { ClockRefused, extend } from '../../../calendar/index.ts';
import { record, type Turn } from '../../runtime/turn.ts';
import { tellDueChange } from '../move-status.ts';
import { STATUSES } from '../statuses.ts';
import { type Act, take } from './act.ts';

interface NewDate {
  reason: string;
  dueAt: string;
}

/** R093: once, and at most a third of the limit. @throws ClockRefused */
export function extendDue({ turn, row, body }: Act<'extend'>): void {
  moveDue(turn, body);
  record(turn, { type: 'extend', reason: body.reason, after: { dueAt: body.dueAt } });
  take({ turn, row }, { reason: body.reason, paper: newAppointment(turn, body) });
}

/**
 * R091, R092: an apology gives a new date in any case. It moves the due date itself only as far as the law lets
 * it be moved (R093); beyond that the dossier stays late, and the promise is kept beside it.
 */
export function apologise({ turn, row, body }: Act<'apologise'>): void {
  try {
    moveDue(turn, body);
  } catch (error) {
    if (!(error instanceof ClockRefused)) throw error;
  }
  turn.dossier.promisedAt = body.dueAt;
  record(turn, { type: 'apologise', reason: body.reason, after: { promisedAt: body.dueAt } });
  take({ turn, row }, { reason: body.reason, paper: newAppointment(turn, body) });
}

function moveDue(turn: Turn, { reason, dueAt }: NewDate): void {
  const { dossier, context, at, actor } = turn;
  if (!dossier.clock) throw new ClockRefused('clock.not-running');
  const before = dossier.clock.dueAt;
  dossier.clock = extend(dossier.clock, { calendar: context.calendar, dueAt, at, reason, actor: actor.id });
  tellDueChange(turn, before, reason);
}

const newAppointment = ({ dossier }: Turn, { dueAt }: NewDate) => ({
  appointment: { newDueAt: dueAt },
  extension: { times: dossier.clock?.extensions ?? 1, progress: STATUSES[dossier.status].label.vi },
});
