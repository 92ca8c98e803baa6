import type { Messages } from '../../http/messages.ts';

export const incidentMessages: Messages = {
  'incident.not-open': {
    vi: {
      title: 'Chỗ vướng không còn',
      detail: 'Chỗ vướng này của hồ sơ {code} đã được xử lý; hãy tải lại hồ sơ.',
    },
    en: { title: 'No longer held', detail: 'This incident of {code} is open no more; reload the dossier.' },
  },
};
