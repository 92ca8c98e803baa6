import type { Messages } from '../http/messages.ts';

export const jobMessages: Messages = {
  'job.not-found': {
    vi: { title: 'Không tìm thấy công việc nền', detail: 'Không có công việc nền {id}.' },
    en: { title: 'No such job', detail: 'There is no job {id}.' },
  },
  'job.not-dead': {
    vi: {
      title: 'Không cần chạy lại',
      detail: 'Công việc nền {id} chưa bị bỏ; chỉ chạy lại công việc đã thất bại sau mọi lần thử.',
    },
    en: {
      title: 'Not given up',
      detail: 'The job {id} has not been given up; only such jobs are tried anew.',
    },
  },
};
