/** Calendars for tests: the office hours of domain 5.3 and the holidays of 5.2. */
import {
  type CalendarException,
  type CompiledCalendar,
  compileCalendar,
  type Week,
} from '../../calendar/index.ts';

const OFFICE = [
  { from: '07:00', to: '11:00' },
  { from: '13:00', to: '17:00' },
];

export const officeWeek: Week = { '1': OFFICE, '2': OFFICE, '3': OFFICE, '4': OFFICE, '5': OFFICE };

const off = (date: string, name: string, kind: CalendarException['kind'] = 'holiday'): CalendarException => ({
  date,
  name,
  kind,
  source: 'nguồn mẫu',
});

const tet = (...dates: string[]) => dates.map((date) => off(date, 'Tết Âm lịch'));

/** Civil servants' calendars; where a decision was not found, the dates that the Labour Code gives. */
export const holidays: Record<number, CalendarException[]> = {
  2025: [
    off('2025-01-01', 'Tết Dương lịch'),
    ...tet('2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
    off('2025-04-07', 'Giỗ Tổ Hùng Vương'),
    off('2025-04-26', 'làm bù ngày 02/5', 'swap-work'),
    off('2025-04-30', 'Ngày Chiến thắng'),
    off('2025-05-01', 'Quốc tế lao động'),
    off('2025-05-02', 'hoán đổi với ngày 26/4', 'swap-off'),
    off('2025-09-01', 'Quốc khánh'),
    off('2025-09-02', 'Quốc khánh'),
  ],
  2026: [
    off('2026-01-01', 'Tết Dương lịch'),
    ...tet('2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
    off('2026-04-26', 'Giỗ Tổ Hùng Vương'),
    off('2026-04-27', 'Giỗ Tổ Hùng Vương', 'compensation'),
    off('2026-04-30', 'Ngày Chiến thắng'),
    off('2026-05-01', 'Quốc tế lao động'),
    off('2026-08-22', 'làm bù ngày 31/8', 'swap-work'),
    off('2026-08-31', 'hoán đổi với ngày 22/8', 'swap-off'),
    off('2026-09-01', 'Quốc khánh'),
    off('2026-09-02', 'Quốc khánh'),
    off('2026-11-24', 'Ngày Văn hóa Việt Nam'),
  ],
  2027: [
    off('2027-01-01', 'Tết Dương lịch'),
    ...tet('2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'),
    off('2027-02-10', 'Tết Âm lịch', 'compensation'),
    off('2027-02-11', 'Tết Âm lịch', 'compensation'),
    off('2027-04-16', 'Giỗ Tổ Hùng Vương'),
    off('2027-04-30', 'Ngày Chiến thắng'),
    off('2027-05-01', 'Quốc tế lao động'),
    off('2027-05-03', 'Quốc tế lao động', 'compensation'),
    off('2027-09-02', 'Quốc khánh'),
    off('2027-09-03', 'Quốc khánh'),
    off('2027-11-24', 'Ngày Văn hóa Việt Nam'),
  ],
};

/** Years without an own list carry the holidays of the solar calendar alone. */
const solarHolidays = (year: number): CalendarException[] => [
  off(`${year}-01-01`, 'Tết Dương lịch'),
  off(`${year}-04-30`, 'Ngày Chiến thắng'),
  off(`${year}-05-01`, 'Quốc tế lao động'),
  off(`${year}-09-02`, 'Quốc khánh'),
];

export function buildCalendar({
  years = [2026, 2027],
  week = officeWeek,
}: {
  years?: number[];
  week?: Week;
} = {}): CompiledCalendar {
  return compileCalendar({
    id: 'an-giang',
    name: 'Lịch mẫu',
    years: years.map((year) => ({ year, week, exceptions: holidays[year] ?? solarHolidays(year) })),
  });
}

/** `2026-08-20 09:00` local time -> instant. */
export const local = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString();
