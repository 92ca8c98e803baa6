import type { Messages } from '../http/messages.ts';

export const backupMessages: Messages = {
  'backup.not-scheduled': {
    vi: {
      title: 'Chưa đặt nơi sao lưu',
      detail: 'Máy chủ chưa được đặt nơi sao lưu (BACKUP_DIR) nên không tự sao lưu được.',
    },
    en: {
      title: 'No place for backups',
      detail: 'The server has no place for backups (BACKUP_DIR) and takes none by itself.',
    },
  },
  'backup.running': {
    vi: { title: 'Đang sao lưu', detail: 'Một bản sao lưu đang được ghi; hãy đợi đến khi xong.' },
    en: { title: 'A backup is running', detail: 'A backup is being written; wait until it has ended.' },
  },
  'backup.no-folder': {
    vi: {
      title: 'Không có thư mục sao lưu',
      detail: 'Không có thư mục {folder} và thư mục chứa nó; hãy kiểm tra ổ đĩa sao lưu đã được gắn chưa.',
    },
    en: {
      title: 'No folder for backups',
      detail: 'Neither {folder} nor the folder above it is there; see whether the backup disk is mounted.',
    },
  },
  'backup.interrupted': {
    vi: {
      title: 'Việc sao lưu bị ngắt',
      detail: 'Việc sao lưu dừng giữa chừng ({finding}); máy chủ sẽ thử lại.',
    },
    en: {
      title: 'The backup was cut off',
      detail: 'The backup ended before it was done ({finding}); the server will try again.',
    },
  },
  'backup.incomplete': {
    vi: {
      title: 'Bản sao lưu thiếu tệp',
      detail:
        '{count} tệp trong kho bị hỏng nên không có trong bản sao lưu; các bản cũ được giữ lại. Hãy chạy "motcua verify".',
    },
    en: {
      title: 'Incomplete backup',
      detail:
        '{count} damaged files of the store are not in the backup; older ones are kept. Run "motcua verify".',
    },
  },
  'backup.failed': {
    vi: { title: 'Không sao lưu được', detail: 'Không sao lưu được ({finding}); máy chủ sẽ thử lại.' },
    en: { title: 'No backup taken', detail: 'The backup failed ({finding}); the server will try again.' },
  },
};
