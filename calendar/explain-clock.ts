/** How the due date of a dossier came about: every change, and under each count the days it counted. */
import type { CompiledCalendar } from './compile-calendar.ts';
import { type ClockChange, type DeadlineClock, daysBetween, type PauseCause } from './deadline-clock.ts';
import { dueDate } from './due-date.ts';
import { explainDaysWaited, explainTimeWaited } from './explain-wait.ts';
import { toLocalMinute } from './local-time.ts';
import { sameDay } from './same-day.ts';
import { sentences } from './sentences.ts';
import type { ExplainLine, Instant, Language } from './types.ts';

export interface ClockQuestion {
  clock: DeadlineClock;
  /** with it, each count is written out day by day */
  calendar?: CompiledCalendar | undefined;
  language: Language;
}

/** Lines in order of time; the last one names the due date that holds now. Throws CalendarYearMissing. */
export function explainClock({ clock, calendar, language }: ClockQuestion): ExplainLine[] {
  const tally: Tally = {};
  const lines = clock.changes.flatMap((change) => [
    { at: change.at, text: TEXTS[language].change(change, isCount(change, clock)) },
    ...(calendar ? sumOf(change, { clock, calendar, language }, tally) : []),
  ]);
  return [...lines, { at: clock.dueAt, text: TEXTS[language].now(clock) }];
}

/** Where the story stands: what a later wait is counted against. */
interface Tally {
  pausedAt?: Instant;
  /** of limits in calendar days: their first day, and the whole days granted until now */
  countedFrom?: Instant;
  days?: number;
}

/** A start, a reset, and a resume after a supplement under DL14 count the whole limit. */
const isCount = ({ what, cause }: ClockChange, { policy }: DeadlineClock): boolean =>
  what === 'start' ||
  what === 'reset' ||
  (what === 'resume' && cause === 'supplement' && policy.supplement === 'reset');

/** What a change counted, day by day; the tally goes on with it. */
function sumOf(change: ClockChange, question: Required<ClockQuestion>, tally: Tally): ExplainLine[] {
  if (isCount(change, question.clock)) return countOf(change, question, tally);
  if (change.what === 'pause') tally.pausedAt = change.at;
  if (change.what === 'extend' && tally.days !== undefined && change.dueAfter !== undefined) {
    tally.days = daysBetween(tally.countedFrom!, change.dueAfter);
  }
  return change.what === 'resume' && change.cause ? waitOf(change, question, tally) : [];
}

/** Only the start knows how the dossier came in; later counts start when somebody acts. */
function countOf(
  change: ClockChange,
  { clock: { limit, channel: filedBy }, calendar, language }: Required<ClockQuestion>,
  tally: Tally,
): ExplainLine[] {
  const channel = change.what === 'start' ? filedBy : undefined;
  const due = dueDate({ calendar: calendar!, receivedAt: change.at, limit, channel, language });
  tally.countedFrom = due.countedFrom;
  if (limit.unit === 'calendar-days') tally.days = Math.ceil(limit.amount);
  return due.explain;
}

function waitOf(
  { at: to, dueBefore, dueAfter }: ClockChange,
  { clock: { limit }, calendar, language }: Required<ClockQuestion>,
  tally: Tally,
): ExplainLine[] {
  const { countedFrom, days } = tally;
  // what runs on after a wait had been started and paused
  const wait = { calendar: calendar!, from: tally.pausedAt!, to, language };
  if (days !== undefined) {
    tally.days = days + daysBetween(wait.from, to);
    return explainDaysWaited(wait, { countedFrom: countedFrom!, days });
  }
  if (limit.unit !== 'same-day') return explainTimeWaited(wait, { dueBefore: dueBefore! });
  return dueAfter === dueBefore ? [] : sameDay({ calendar: calendar!, from: to, language }).explain;
}

interface ClockTexts {
  change(change: ClockChange, isCount: boolean): string;
  now(clock: DeadlineClock): string;
}

const WHAT: Record<Language, Record<ClockChange['what'], string>> = {
  vi: {
    start: 'Bắt đầu tính thời hạn',
    pause: 'Tạm dừng tính thời hạn',
    resume: 'Tiếp tục tính thời hạn',
    extend: 'Gia hạn',
    reset: 'Tính lại thời hạn từ đầu',
    stop: 'Kết thúc tính thời hạn',
    recount: 'Tính lại theo lịch làm việc đã thay đổi',
  },
  en: {
    start: 'Clock started',
    pause: 'Clock paused',
    resume: 'Clock resumed',
    extend: 'Extended',
    reset: 'Counted anew from the start',
    stop: 'Clock stopped',
    recount: 'Counted again on the changed calendar',
  },
};

const CAUSES: Record<Language, Record<PauseCause, string>> = {
  vi: {
    supplement: 'chờ bổ sung hồ sơ',
    payment: 'chờ thực hiện nghĩa vụ tài chính',
    suspension: 'tạm dừng xử lý',
    withdrawal: 'chờ xử lý đề nghị rút hồ sơ',
  },
  en: {
    supplement: 'waiting for a supplement',
    payment: 'waiting for payment',
    suspension: 'suspended',
    withdrawal: 'a withdrawal was asked for',
  },
};

const moment = (language: Language, at: string): string => sentences(language).moment(toLocalMinute(at));

/** What a clock runs on after. */
const ENDED: Record<Language, Record<PauseCause, string>> = {
  vi: {
    supplement: 'sau khi chờ bổ sung hồ sơ',
    payment: 'sau khi chờ thực hiện nghĩa vụ tài chính',
    suspension: 'sau khi tạm dừng xử lý',
    withdrawal: 'sau khi chờ xử lý đề nghị rút hồ sơ',
  },
  en: {
    supplement: 'after waiting for a supplement',
    payment: 'after waiting for payment',
    suspension: 'after a suspension',
    withdrawal: 'after a withdrawal had been asked for',
  },
};

/** `Gia hạn lúc …: hẹn trả từ … chuyển thành …. Lý do: …`; what counts the whole limit again says so (DL14). */
function changeText(language: Language, change: ClockChange, isCount: boolean): string {
  const { dueBefore, dueAfter, cause, reason } = change;
  const what = change.what === 'resume' && isCount ? 'reset' : change.what;
  const causes = change.what === 'pause' ? CAUSES : ENDED;
  const at = language === 'vi' ? 'lúc' : 'at';
  const [from, to, why] =
    language === 'vi' ? ['hẹn trả chuyển từ', 'sang', 'Lý do'] : ['due moved from', 'to', 'Reason'];
  const moved =
    dueAfter !== undefined && dueBefore !== undefined && dueAfter !== dueBefore
      ? `; ${from} ${moment(language, dueBefore)} ${to} ${moment(language, dueAfter)}`
      : '';
  return (
    `${WHAT[language][what]} ${at} ${moment(language, change.at)}` +
    `${cause ? ` (${causes[language][cause]})` : ''}${moved}.${reason ? ` ${why}: ${reason.replace(/[.。]+$/, '')}.` : ''}`
  );
}

const TEXTS: Record<Language, ClockTexts> = {
  vi: {
    change: (change, isCount) => changeText('vi', change, isCount),
    now: (clock) =>
      `Ngày hẹn trả hiện tại: ${moment('vi', clock.dueAt)}` +
      `${clock.dueAt === clock.originalDueAt ? '' : ` (ban đầu: ${moment('vi', clock.originalDueAt)})`}.`,
  },
  en: {
    change: (change, isCount) => changeText('en', change, isCount),
    now: (clock) =>
      `Current due date: ${moment('en', clock.dueAt)}` +
      `${clock.dueAt === clock.originalDueAt ? '' : ` (originally ${moment('en', clock.originalDueAt)})`}.`,
  },
};
