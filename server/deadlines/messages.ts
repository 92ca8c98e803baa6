import type { Messages } from '../http/messages.ts';

/** What the deadline clock and the calendar refuse, and the clock of demonstrations. */
export const deadlineMessages: Messages = {
  'clock.not-running': {
    vi: {
      title: 'Thời hạn không đang tính',
      detail: 'Thời hạn của hồ sơ {code} đang tạm dừng hoặc chưa bắt đầu.',
    },
    en: { title: 'The clock is not running', detail: 'The clock of {code} is paused or has not begun.' },
  },
  'clock.not-paused': {
    vi: { title: 'Thời hạn không tạm dừng', detail: 'Thời hạn của hồ sơ {code} đang được tính bình thường.' },
    en: { title: 'The clock is not paused', detail: 'The clock of {code} is running.' },
  },
  'clock.already-stopped': {
    vi: { title: 'Thời hạn đã kết thúc', detail: 'Hồ sơ {code} đã kết thúc giải quyết.' },
    en: { title: 'The clock has ended', detail: 'The dossier {code} has been resolved.' },
  },
  'clock.already-extended': {
    vi: {
      title: 'Đã gia hạn',
      detail:
        'Hồ sơ {code} đã được gia hạn; ngày hẹn trả chỉ được đổi một lần (Nghị định 61/2018/NĐ-CP Điều 19 khoản 9). Có thể: {possible}.',
    },
    en: {
      title: 'Already extended',
      detail:
        'The dossier {code} was extended before; once only (Decree 61/2018 Art. 19.9). Possible now: {possible}.',
    },
  },
  'clock.extension-too-long': {
    vi: {
      title: 'Gia hạn quá dài',
      detail: 'Chỉ được gia hạn tối đa một phần ba thời hạn giải quyết: muộn nhất là {latest}.',
    },
    en: { title: 'Too long', detail: 'An extension adds at most a third of the limit: until {latest}.' },
  },
  'clock.extension-not-later': {
    vi: {
      title: 'Ngày hẹn mới chưa đúng',
      detail: 'Ngày hẹn mới phải sau ngày hẹn hiện tại, muộn nhất là {latest}.',
    },
    en: { title: 'Not later', detail: 'The new date must be after the present one, until {latest}.' },
  },
  'calendar.year-missing': {
    vi: {
      title: 'Thiếu lịch làm việc',
      detail: 'Lịch làm việc năm {year} chưa được nhập nên không tính được ngày hẹn trả.',
    },
    en: {
      title: 'Calendar missing',
      detail: 'The calendar of {year} has not been entered; no due date can be told.',
    },
  },
  'clock.not-manual': {
    vi: { title: 'Không chỉnh được đồng hồ', detail: 'Máy chủ đang dùng giờ thực.' },
    en: { title: 'Not a manual clock', detail: 'This server keeps real time.' },
  },
  'clock.bad-span': {
    vi: {
      title: 'Khoảng thời gian chưa đúng',
      detail: 'Cần khoảng thời gian theo ISO 8601, ví dụ PT4H hoặc P1D.',
    },
    en: { title: 'Bad duration', detail: 'An ISO-8601 duration is needed, such as PT4H or P1D.' },
  },
};
