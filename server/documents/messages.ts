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
  'batch.not-found': {
    vi: { title: 'Không có lần in này', detail: 'Lần in hàng loạt không có, hoặc đã quá một ngày.' },
    en: { title: 'No such batch', detail: 'There is no such batch, or it is more than a day old.' },
  },
  'batch.not-ready': {
    vi: { title: 'Chưa in xong', detail: 'Tệp PDF chưa tạo xong; hãy chờ đến khi tiến độ đủ.' },
    en: { title: 'Not ready yet', detail: 'The PDF is not finished yet.' },
  },
  'batch.empty': {
    vi: { title: 'Không có giấy tờ nào', detail: 'Không có giấy tờ nào khớp với lựa chọn để in.' },
    en: { title: 'Nothing to print', detail: 'No paper fits what was chosen.' },
  },
  'batch.too-many': {
    vi: {
      title: 'Quá nhiều giấy tờ',
      detail: 'Một lần in nhiều nhất {limit} giấy tờ; hãy chia thành nhiều lần.',
    },
    en: { title: 'Too many papers', detail: 'At most {limit} papers go into one PDF; split them.' },
  },
  'word-form.faulty': {
    vi: { title: 'Mẫu Word có lỗi', detail: 'Mẫu Word chưa dùng được; từng lỗi nêu ở dưới.' },
    en: { title: 'Faulty Word form', detail: 'The Word form cannot be used; each fault is named.' },
  },
  'word-form.not-found': {
    vi: { title: 'Chưa có mẫu Word', detail: 'Loại giấy tờ {key} chưa có mẫu Word riêng.' },
    en: { title: 'No Word form', detail: 'There is no Word form of {key}.' },
  },
  'signature.key-missing': {
    vi: { title: 'Thiếu tệp khóa ký số', detail: 'Không đọc được tệp chứng thư số của “{holder}”.' },
    en: { title: 'Signing key missing', detail: 'The signing key of “{holder}” cannot be read.' },
  },
  'signature.wrong-password': {
    vi: { title: 'Sai mật khẩu khóa ký số', detail: 'Mật khẩu chứng thư số của “{holder}” không đúng.' },
    en: { title: 'Wrong password', detail: 'The password of the signing key of “{holder}” is wrong.' },
  },
  'signature.not-a-key': {
    vi: {
      title: 'Tệp khóa ký số không dùng được',
      detail: 'Tệp của “{holder}” không phải là .p12 có khóa riêng RSA kèm chứng thư của khóa đó.',
    },
    en: {
      title: 'Not a signing key',
      detail: 'The file of “{holder}” is no .p12 with an RSA key and its certificate.',
    },
  },
  'signature.not-yet-valid': {
    vi: {
      title: 'Chứng thư số chưa có hiệu lực',
      detail: 'Chứng thư số của “{holder}” có hiệu lực từ {day}.',
    },
    en: { title: 'Certificate not valid yet', detail: 'The certificate of “{holder}” is valid from {day}.' },
  },
  'signature.expired': {
    vi: {
      title: 'Chứng thư số đã hết hạn',
      detail: 'Chứng thư số của “{holder}” đã hết hạn ngày {day}; hãy thay bằng chứng thư còn hiệu lực.',
    },
    en: {
      title: 'Certificate expired',
      detail: 'The certificate of “{holder}” expired on {day}; replace it.',
    },
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
