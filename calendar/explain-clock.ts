/** How the due date of a dossier came about: every change, and under each count the days it counted. */
import type { CompiledCalendar } from './compile-calendar.ts';
import type { ClockChange, DeadlineClock, PauseCause } from './deadline-clock.ts';
import { dueDate } from './due-date.ts';
import { toLocalMinute } from './local-time.ts';
import { sentences } from './sentences.ts';
import type { ExplainLine, Language } from './types.ts';

export interface ClockQuestion {
  clock: DeadlineClock;
  /** with it, each count is written out day by day */
  calendar?: CompiledCalendar | undefined;
  language: Language;
}

/** Lines in order of time; the last one names the due date that holds now. Throws CalendarYearMissing. */
export function explainClock({ clock, calendar, language }: ClockQuestion): ExplainLine[] {
  const lines = clock.changes.flatMap((change) => [
    { at: change.at, text: TEXTS[language].change(change) },
    ...(calendar && isCount(change, clock) ? sumOf(change, { clock, calendar, language }) : []),
  ]);
  return [...lines, { at: clock.dueAt, text: TEXTS[language].now(clock) }];
}

/** A start, a reset, and a resume after a supplement under DL14 count the whole limit. */
const isCount = ({ what, cause }: ClockChange, { policy }: DeadlineClock): boolean =>
  what === 'start' ||
  what === 'reset' ||
  (what === 'resume' && cause === 'supplement' && policy.supplement === 'reset');

/** Only the start knows how the dossier came in; later counts start when somebody acts. */
function sumOf(change: ClockChange, { clock, calendar, language }: Required<ClockQuestion>): ExplainLine[] {
  const channel = change.what === 'start' ? clock.channel : undefined;
  return dueDate({ calendar: calendar!, receivedAt: change.at, limit: clock.limit, channel, language })
    .explain;
}

interface ClockTexts {
  change(change: ClockChange): string;
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

/** `Gia hạn lúc …: hẹn trả từ … chuyển thành …. Lý do: …` */
function changeText(language: Language, change: ClockChange): string {
  const { dueBefore, dueAfter, cause, reason } = change;
  const at = language === 'vi' ? 'lúc' : 'at';
  const [from, to, why] =
    language === 'vi' ? ['hẹn trả chuyển từ', 'sang', 'Lý do'] : ['due moved from', 'to', 'Reason'];
  const moved =
    dueAfter !== undefined && dueBefore !== undefined && dueAfter !== dueBefore
      ? `; ${from} ${moment(language, dueBefore)} ${to} ${moment(language, dueAfter)}`
      : '';
  return (
    `${WHAT[language][change.what]} ${at} ${moment(language, change.at)}` +
    `${cause ? ` (${CAUSES[language][cause]})` : ''}${moved}.${reason ? ` ${why}: ${reason.replace(/[.。]+$/, '')}.` : ''}`
  );
}

const TEXTS: Record<Language, ClockTexts> = {
  vi: {
    change: (change) => changeText('vi', change),
    now: (clock) =>
      `Ngày hẹn trả hiện tại: ${moment('vi', clock.dueAt)}` +
      `${clock.dueAt === clock.originalDueAt ? '' : ` (ban đầu: ${moment('vi', clock.originalDueAt)})`}.`,
  },
  en: {
    change: (change) => changeText('en', change),
    now: (clock) =>
      `Current due date: ${moment('en', clock.dueAt)}` +
      `${clock.dueAt === clock.originalDueAt ? '' : ` (originally ${moment('en', clock.originalDueAt)})`}.`,
  },
};
