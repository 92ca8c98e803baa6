import type { Messages } from '../http/messages.ts';

export const calendarMessages: Messages = {
  'calendar.year-missing': {
    vi: {
      title: 'Chưa có lịch làm việc',
      detail: 'Lịch làm việc năm {year} chưa được nhập nên chưa tính được thời hạn; hãy báo quản trị viên.',
    },
    en: {
      title: 'Calendar missing',
      detail: 'The working calendar of {year} was not entered, so the time cannot be counted.',
    },
  },
  'calendar.year-differs': {
    vi: { title: 'Năm không khớp', detail: 'Năm trong nội dung khác với năm trên địa chỉ.' },
    en: { title: 'Years differ', detail: 'The year of the body is not the one of the address.' },
  },
  'calendar.day-of-another-year': {
    vi: { title: 'Ngày không thuộc năm này', detail: 'Ngày này không thuộc năm đang nhập.' },
    en: { title: 'Day of another year', detail: 'This day is not in the year.' },
  },
  'calendar.unknown-unit': {
    vi: {
      title: 'Không có đơn vị này',
      detail: 'Không có đơn vị “{unit}” nên không có giờ làm việc của đơn vị đó.',
    },
    en: { title: 'No such unit', detail: 'There is no unit “{unit}”, so it has no office hours.' },
  },
  'calendar.day-named-twice': {
    vi: { title: 'Ngày bị nhập hai lần', detail: 'Ngày này đã được nhập ở trên.' },
    en: { title: 'Day named twice', detail: 'This day was named above.' },
  },
  'calendar.hours-overlap': {
    vi: {
      title: 'Giờ làm việc không hợp lệ',
      detail: 'Các khoảng giờ bị trùng nhau, hoặc kết thúc trước khi bắt đầu.',
    },
    en: { title: 'Invalid hours', detail: 'The hours overlap, or end before they begin.' },
  },
};
