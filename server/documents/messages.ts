import type { Messages } from '../http/messages.ts';

export const documentMessages: Messages = {
  'document.not-found': {
    vi: { title: 'Không tìm thấy giấy tờ', detail: 'Hồ sơ không có giấy tờ {id}.' },
    en: { title: 'No such paper', detail: 'The dossier has no paper {id}.' },
  },
};
