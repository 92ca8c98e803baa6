import type { Messages } from '../../http/messages.ts';

export const bulkMessages: Messages = {
  'bulk.not-found': {
    vi: { title: 'Không tìm thấy đợt xử lý', detail: 'Không có đợt xử lý hàng loạt này.' },
    en: { title: 'No such undertaking', detail: 'There is no such undertaking.' },
  },
  'bulk.not-possible-now': {
    vi: {
      title: 'Chưa thực hiện được',
      detail: 'Đợt xử lý vừa chuyển sang trạng thái khác; hãy tải lại để xem việc có thể làm.',
    },
    en: {
      title: 'Not possible now',
      detail: 'The undertaking has moved on; reload it to see what is possible.',
    },
  },
  'dossier.nothing-to-recount': {
    vi: { title: 'Thời hạn không đổi', detail: 'Tính lại không làm thay đổi thời hạn của hồ sơ {code}.' },
    en: { title: 'Nothing changes', detail: 'Counting again changes no due date of {code}.' },
  },
};
