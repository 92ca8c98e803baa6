import type { Messages } from '../http/messages.ts';

export const documentMessages: Messages = {
  'document.not-found': {
    vi: { title: 'Không tìm thấy giấy tờ', detail: 'Hồ sơ không có giấy tờ {id}.' },
    en: { title: 'No such paper', detail: 'The dossier has no paper {id}.' },
  },
  'document.not-your-part': {
    vi: { title: 'Không có quyền', detail: 'Bạn không được “{action}” giấy tờ “{title}”.' },
    en: { title: 'Not your part', detail: 'You may not {action} “{title}”.' },
  },
  'document.not-possible-now': {
    vi: {
      title: 'Chưa thực hiện được lúc này',
      detail: 'Giấy tờ “{title}” đang ở trạng thái “{state}” nên không thể “{action}”.',
    },
    en: { title: 'Not possible now', detail: '“{title}” is {state}, so you cannot {action} it.' },
  },
  'document.drafting-not-your-part': {
    vi: { title: 'Không có quyền', detail: 'Bạn không được soạn giấy tờ của hồ sơ {code}.' },
    en: { title: 'Not your part', detail: 'You may not draft papers of {code}.' },
  },
  'document.no-template': {
    vi: {
      title: 'Chưa có mẫu văn bản',
      detail: 'Thủ tục của hồ sơ không có mẫu văn bản “{kind}” đã công bố khi tiếp nhận.',
    },
    en: { title: 'No template', detail: 'The procedure had no published template “{kind}” at reception.' },
  },
  'document.draft-waits': {
    vi: {
      title: 'Đã có dự thảo',
      detail: 'Hồ sơ đã có dự thảo “{title}” chưa ban hành; hãy sửa hoặc thu hồi dự thảo đó.',
    },
    en: { title: 'A draft waits', detail: 'There is a draft “{title}” already; revise or withdraw it.' },
  },
  'document.needs-new-date': {
    vi: { title: 'Thiếu ngày hẹn mới', detail: 'Văn bản này phải nêu ngày hẹn trả kết quả mới.' },
    en: { title: 'New date missing', detail: 'This paper has to name the new due date.' },
  },
  'document.not-involved': {
    vi: { title: 'Đơn vị không tham gia', detail: 'Đơn vị này không tham gia giải quyết hồ sơ.' },
    en: { title: 'Unit not involved', detail: 'This unit has no part in the dossier.' },
  },
  'document.nobody-signs': {
    vi: { title: 'Chưa có người ký', detail: 'Đơn vị được chọn và cấp trên chưa có lãnh đạo nào để ký.' },
    en: {
      title: 'Nobody to sign',
      detail: 'Neither the unit nor those above it have a head who could sign.',
    },
  },
};
