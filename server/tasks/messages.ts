import type { Messages } from '../http/messages.ts';

export const taskMessages: Messages = {
  'task.not-found': {
    vi: {
      title: 'Không tìm thấy công việc',
      detail: 'Không có công việc {id}, hoặc không thuộc đơn vị của bạn.',
    },
    en: { title: 'No such task', detail: 'There is no task {id}, or it is not one of your unit.' },
  },
  'task.already-completed': {
    vi: { title: 'Công việc đã hoàn thành', detail: '{by} đã hoàn thành bước “{name}” lúc {at}.' },
    en: { title: 'Already completed', detail: '{by} completed “{name}” at {at}.' },
  },
  'task.cancelled': {
    vi: { title: 'Công việc không còn', detail: 'Bước “{name}” không còn phải làm từ lúc {at}.' },
    en: { title: 'No longer needed', detail: '“{name}” has not been needed since {at}.' },
  },
  'task.claimed-by-another': {
    vi: { title: 'Đã có người nhận', detail: '{by} đã nhận bước “{name}”.' },
    en: { title: 'Claimed by somebody else', detail: '{by} has claimed “{name}”.' },
  },
  'task.not-yours': {
    vi: {
      title: 'Không phải việc của bạn',
      detail: 'Bước “{name}” không được giao cho bạn hoặc vị trí của bạn.',
    },
    en: { title: 'Not your task', detail: '“{name}” is not given to you or to a position of yours.' },
  },
  'task.wrong-form': {
    vi: { title: 'Biểu mẫu chưa đúng', detail: 'Có {count} mục chưa hợp lệ; xem từng lỗi kèm theo.' },
    en: { title: 'The form is not right', detail: '{count} entries are wrong; see each error.' },
  },
  'task.cannot-recall': {
    vi: { title: 'Không thu hồi được', detail: 'Không thu hồi được bước “{name}”: {why}.' },
    en: { title: 'Cannot be recalled', detail: '“{name}” cannot be recalled: {why}.' },
  },
  'task.unknown-person': {
    vi: { title: 'Không có người này', detail: 'Không tìm thấy tài khoản được giao việc.' },
    en: { title: 'No such person', detail: 'There is no such account.' },
  },
  'task.person-of-another-unit': {
    vi: {
      title: 'Người của đơn vị khác',
      detail: '{person} không thuộc {unit} nên không thể nhận việc này.',
    },
    en: { title: 'Of another unit', detail: '{person} is not of {unit} and cannot take this.' },
  },
};
