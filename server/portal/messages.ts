import type { Messages } from '../http/messages.ts';

export const portalMessages: Messages = {
  'portal.dossier-not-found': {
    vi: {
      title: 'Không tìm thấy hồ sơ',
      detail: 'Không có hồ sơ mang mã {code}. Hãy kiểm tra lại mã số in trên giấy tiếp nhận.',
    },
    en: {
      title: 'No such dossier',
      detail: 'There is no dossier {code}. Check the code printed on your receipt.',
    },
  },
  'portal.not-yet-returned': {
    vi: {
      title: 'Chưa thể đánh giá',
      detail: 'Hồ sơ {code} chưa trả kết quả; việc đánh giá mở sau khi nhận kết quả.',
    },
    en: { title: 'Too early', detail: 'The result of {code} has not been returned yet; rate it afterwards.' },
  },
  'portal.already-rated': {
    vi: { title: 'Đã đánh giá', detail: 'Hồ sơ {code} đã được đánh giá; mỗi mã hồ sơ chỉ đánh giá một lần.' },
    en: { title: 'Already rated', detail: 'The dossier {code} was rated before; each code rates once.' },
  },
};
