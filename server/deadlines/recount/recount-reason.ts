import type { ChangedDay } from '../../contract/bulk.ts';

const CHANGES: Record<'vi' | 'en', Record<ChangedDay['change'], string>> = {
  vi: { off: 'nay là ngày nghỉ', working: 'nay là ngày làm việc', hours: 'giờ làm việc thay đổi' },
  en: { off: 'is a day off now', working: 'is a working day now', hours: 'has other hours' },
};

const UNKNOWN = {
  vi: 'Lịch làm việc đã thay đổi sau khi tính hạn',
  en: 'The calendar changed after the count',
};

/** Why a due date moves: `24/11/2026 (Ngày Văn hóa Việt Nam) nay là ngày nghỉ`. */
export function recountReason(days: ChangedDay[], language: 'vi' | 'en'): string {
  if (days.length === 0) return UNKNOWN[language];
  return days
    .map(({ date, name, change }) => {
      const day = date.split('-').reverse().join('/');
      return `${day}${name ? ` (${name})` : ''} ${CHANGES[language][change]}`;
    })
    .join('; ');
}
