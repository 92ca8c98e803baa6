/**
 * When a dossier is due, told from its history alone as a clerk would on paper: the second opinion on the product's clock.
 * Domain 5.1: DL03, DL05, DL09, DL14, DL17, DL19-21.
 */
import {
  addWorked,
  closeFrom,
  dayOf,
  instantOf,
  receivedAt,
  wall,
  workedBetween,
  workingDayBefore,
} from './paper-calendar.ts';

export type PaperLimit = { days: number; kind: 'working' | 'calendar' } | { kind: 'same-day' };

/** A line of the history, as far as the clerk reads it. */
export interface Line {
  at: string;
  type: string;
  before?: unknown;
  after?: unknown;
}

interface Sheet {
  /** minutes on the wall */
  due: number;
  /** limits in calendar days: first day and days granted */
  first: number;
  granted: number;
  pausedAt?: number;
  isSupplement: boolean;
  extended: boolean;
}

const WAITING = ['supplement_requested', 'payment_required', 'withdrawal_requested', 'suspended'];
const AT_WORK = ['accepted', 'in_progress'];

/** @returns the due moment that holds at the end; nothing for what was never accepted */
export function dueByHand(history: Line[], limit: PaperLimit): string | undefined {
  let sheet: Sheet | undefined;
  for (const line of history) {
    const at = wall(line.at);
    if (line.type === 'status') sheet = changeStatus(sheet, { at, to: String(line.after), limit });
    else if (sheet && line.type === 'extend') name(sheet, fieldOf(line, 'dueAt'), limit);
    else if (sheet && line.type === 'apologise')
      apologise(sheet, { at, promised: fieldOf(line, 'promisedAt'), limit });
  }
  return sheet && instantOf(sheet.due);
}

const fieldOf = ({ after }: Line, field: string): number => wall((after as Record<string, string>)[field]!);

function changeStatus(
  sheet: Sheet | undefined,
  { at, to, limit }: { at: number; to: string; limit: PaperLimit },
): Sheet | undefined {
  if (to === 'accepted' && !sheet) return count(at, limit);
  if (!sheet) return undefined;
  if (WAITING.includes(to) && sheet.pausedAt === undefined) {
    return { ...sheet, pausedAt: at, isSupplement: to === 'supplement_requested' };
  }
  if (AT_WORK.includes(to) && sheet.pausedAt !== undefined) {
    // DL14: after a supplement from the start; DL17: else later by the wait
    return sheet.isSupplement
      ? { ...count(at, limit), extended: sheet.extended }
      : shift(sheet, { from: sheet.pausedAt, to: at, limit });
  }
  return sheet;
}

function count(at: number, limit: PaperLimit): Sheet {
  const from = receivedAt(at);
  const first = dayOf(from);
  const rest = { first, granted: 0, isSupplement: false, extended: false };
  if (limit.kind === 'same-day') {
    const isLate = from - first * 1440 > 15 * 60; // DL09
    return { ...rest, due: closeFrom(isLate ? first + 1 : first) };
  }
  if (limit.kind === 'working') return { ...rest, due: addWorked(from, limit.days * 480) };
  return { ...rest, granted: limit.days, due: closeFrom(first + limit.days) };
}

function shift(sheet: Sheet, { from, to, limit }: { from: number; to: number; limit: PaperLimit }): Sheet {
  const { pausedAt: _ended, ...running } = sheet;
  if (limit.kind === 'calendar') {
    const waited = dayOf(to) - dayOf(from);
    const granted = sheet.granted + waited;
    return waited === 0 ? running : { ...running, granted, due: closeFrom(sheet.first + granted) };
  }
  const waited = workedBetween(from, to);
  if (waited === 0) return running;
  if (limit.kind === 'working') return { ...running, due: addWorked(sheet.due, waited) };
  return { ...running, due: Math.max(sheet.due, count(to, limit).due) };
}

function name(sheet: Sheet, due: number, limit: PaperLimit): void {
  sheet.due = due;
  sheet.extended = true;
  if (limit.kind === 'calendar') sheet.granted = dayOf(due) - sheet.first;
}

/** An apology moves the date as an extension would, while one may still be decided (DL19), once (DL20). */
function apologise(
  sheet: Sheet,
  { at, promised, limit }: { at: number; promised: number; limit: PaperLimit },
): void {
  const inTime =
    limit.kind === 'same-day' ? at <= sheet.due : dayOf(at) <= workingDayBefore(dayOf(sheet.due));
  if (!sheet.extended && inTime && promised > sheet.due) name(sheet, promised, limit);
}
