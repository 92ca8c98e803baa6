import type { Messages } from '../http/messages.ts';

export const messageMessages: Messages = {
  'message.nobody-waits': {
    vi: {
      title: 'Không có hồ sơ nào đang chờ',
      detail: 'Không có hồ sơ nào đang chờ thông điệp “{name}”, nên không chuyển tới đâu.',
    },
    en: {
      title: 'Nobody waits for it',
      detail: 'No dossier waits for the message “{name}”, so it went nowhere.',
    },
  },
  'message.other-key': {
    vi: {
      title: 'Không hồ sơ nào chờ với khóa này',
      detail:
        'Có hồ sơ chờ thông điệp “{name}” nhưng đều với khóa đối chiếu (correlation) khác với khóa đã gửi hoặc không kèm khóa.',
    },
    en: {
      title: 'Nobody waits with this key',
      detail:
        'The message “{name}” is waited for, but with other correlation keys than the one that was sent, or none was sent.',
    },
  },
  'message.ambiguous': {
    vi: {
      title: 'Nhiều hồ sơ cùng chờ',
      detail:
        'Nhiều hồ sơ cùng chờ thông điệp “{name}”; hãy gửi kèm khóa đối chiếu (correlation) hoặc mã hồ sơ (dossier).',
    },
    en: {
      title: 'Several wait for it',
      detail: 'Several dossiers wait for the message “{name}”; send its correlation key or the dossier.',
    },
  },
  'message.not-in-dossier': {
    vi: {
      title: 'Hồ sơ không chờ thông điệp này',
      detail: 'Hồ sơ {code} hiện không chờ thông điệp “{name}” (hoặc chờ với khóa khác).',
    },
    en: {
      title: 'The dossier does not wait for it',
      detail: 'The dossier {code} does not wait for the message “{name}” now, or waits with another key.',
    },
  },
  'message.has-operation': {
    vi: {
      title: 'Đã có thao tác riêng',
      detail: 'Việc này được ghi nhận bằng thao tác “{operation}” của hồ sơ, không gửi bằng thông điệp.',
    },
    en: {
      title: 'There is an operation for it',
      detail: 'This is recorded by “{operation}” of the dossier, not sent as a message.',
    },
  },
};
