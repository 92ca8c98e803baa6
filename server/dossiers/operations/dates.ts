/** New appointments: the extension and the apology (S2 Đ.25; NĐ61 Đ.19.9). */
import { ClockRefused, extend, WORKING_DAY_MINUTES, workingBetween } from '../../../calendar/index.ts';
import type { PaperParts } from '../../../templates/complete-paper.ts';
import { localDay } from '../../deadlines/local-time.ts';
import { record, type Turn } from '../../runtime/turn.ts';
import { tellDueChange } from '../move-status.ts';
import { STATUSES } from '../statuses.ts';
import { type Act, take } from './act.ts';
import { limitOf } from './limits.ts';

interface NewDate {
  reason: string;
  dueAt: string;
}

/** R093: once, and at most a third of the limit. @throws ClockRefused */
export function extendDue({ turn, row, body }: Act<'extend'>): void {
  const before = turn.dossier.clock?.dueAt;
  moveDue(turn, body);
  record(turn, { type: 'extend', reason: body.reason, after: { dueAt: body.dueAt } });
  take({ turn, row }, { reason: body.reason, paper: newAppointment(turn, { ...body, before }) });
}

/**
 * R091, R092: an apology gives a new date in any case. It moves the due date itself only where an extension could
 * still be decided (R093, DL19-21); after that the dossier stays late, and the promise is kept beside it.
 */
export function apologise({ turn, row, body }: Act<'apologise'>): void {
  const { dossier, context, at } = turn;
  const before = dossier.clock?.dueAt;
  if (!limitOf('extend', dossier, { ...context, at })) moveDueIfAllowed(turn, body);
  dossier.promisedAt = body.dueAt;
  record(turn, { type: 'apologise', reason: body.reason, after: { promisedAt: body.dueAt } });
  take({ turn, row }, { reason: body.reason, paper: newAppointment(turn, { ...body, before }) });
}

function moveDueIfAllowed(turn: Turn, date: NewDate): void {
  try {
    moveDue(turn, date);
  } catch (error) {
    if (!(error instanceof ClockRefused)) throw error;
  }
}

function moveDue(turn: Turn, { reason, dueAt }: NewDate): void {
  const { dossier, context, at, actor } = turn;
  if (!dossier.clock) throw new ClockRefused('clock.not-running');
  const before = dossier.clock.dueAt;
  dossier.clock = extend(dossier.clock, { calendar: context.calendar, dueAt, at, reason, actor: actor.id });
  tellDueChange(turn, before, reason);
}

/** Both letters name the date that was promised before beside the new one (domain 2.4, 2.5). */
function newAppointment(turn: Turn, { dueAt, before }: NewDate & { before: string | undefined }): PaperParts {
  const { clock, status } = turn.dossier;
  return {
    ...(before && { dossier: { dueAt: before } }),
    appointment: { newDueAt: dueAt },
    extension: {
      times: clock?.extensions || 1,
      progress: STATUSES[status].label.vi,
      time: before ? timeAsked(turn, { from: before, to: dueAt }) : '',
    },
  };
}

/** `05 ngày`, counted as the limit of the procedure is. */
function timeAsked({ context, dossier }: Turn, { from, to }: { from: string; to: string }): string {
  const inCalendarDays = dossier.clock?.limit.unit === 'calendar-days';
  const days = inCalendarDays
    ? (Date.parse(localDay(to)) - Date.parse(localDay(from))) / 86_400_000
    : workingBetween({ calendar: context.calendar, from, to }) / WORKING_DAY_MINUTES;
  const text = Number.isInteger(days) ? String(days).padStart(2, '0') : days.toFixed(1).replace('.', ',');
  return days > 0 ? `${text} ngày${inCalendarDays ? '' : ' làm việc'}` : '';
}
