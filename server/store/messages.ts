/** What keeps a store from opening or working, and what is wrong with a file in it. */
import type { Messages } from '../http/messages.ts';

export const storeMessages: Messages = {
  'store.folder-in-use': {
    vi: {
      title: 'Thư mục dữ liệu đang được sử dụng',
      detail:
        'Một máy chủ khác đang dùng thư mục dữ liệu {folder}; hãy dừng máy chủ đó hoặc đặt DATA_DIR khác.',
    },
    en: {
      title: 'Data folder in use',
      detail: 'Another server is using the data folder {folder}; stop it or set another DATA_DIR.',
    },
  },
  'store.full': {
    vi: {
      title: 'Ổ đĩa đã đầy',
      detail:
        'Máy chủ không còn chỗ ghi dữ liệu nên chưa ghi gì; hãy báo quản trị viên giải phóng dung lượng.',
    },
    en: {
      title: 'Disk full',
      detail:
        'The server has no room to write, and nothing was written; ask the administrator to free space.',
    },
  },
  'store.read-only': {
    vi: {
      title: 'Không ghi được dữ liệu',
      detail: 'Máy chủ không có quyền ghi vào nơi lưu dữ liệu nên chưa ghi gì; hãy báo quản trị viên.',
    },
    en: {
      title: 'Data cannot be written',
      detail: 'The server may not write where the data are, and nothing was written; tell the administrator.',
    },
  },
  'store.corrupt': {
    vi: {
      title: 'Dữ liệu bị hỏng',
      detail: 'Một phần dữ liệu không đọc được nên chưa ghi gì; hãy báo quản trị viên chạy "motcua verify".',
    },
    en: {
      title: 'Damaged data',
      detail:
        'Part of the data cannot be read, nothing was written; the administrator should run "motcua verify".',
    },
  },
  'store.unreachable': {
    vi: {
      title: 'Tạm thời không truy cập được dữ liệu',
      detail: 'Cơ sở dữ liệu không trả lời; hãy thử lại sau ít phút.',
    },
    en: {
      title: 'Data cannot be reached for the moment',
      detail: 'The database does not answer; try again in a few minutes.',
    },
  },
  'store.closed': {
    vi: { title: 'Máy chủ đang dừng', detail: 'Máy chủ đang dừng; hãy thử lại sau ít phút.' },
    en: { title: 'The server is stopping', detail: 'The server is stopping; try again in a few minutes.' },
  },
  'store.newer-schema': {
    vi: {
      title: 'Dữ liệu thuộc phiên bản mới hơn',
      detail:
        'Dữ liệu do phiên bản phần mềm mới hơn ghi (lược đồ {found}; bản này đọc được đến {known}); hãy dùng phiên bản mới hơn.',
    },
    en: {
      title: 'Data of a newer version',
      detail:
        'A newer version of the software wrote this data (schema {found}; this one knows up to {known}); run the newer version.',
    },
  },
  'store.damaged': {
    vi: {
      title: 'Tệp dữ liệu bị hỏng',
      detail: 'Tệp dữ liệu trong thư mục {folder} bị hỏng ({finding}); hãy khôi phục từ bản sao lưu.',
    },
    en: {
      title: 'Damaged data file',
      detail: 'The data file in {folder} is damaged ({finding}); restore it from a backup.',
    },
  },
  'store.mongodb-unreachable': {
    vi: {
      title: 'Không kết nối được MongoDB',
      detail: 'Không kết nối được MongoDB theo MONGODB_URI ({finding}).',
    },
    en: {
      title: 'MongoDB cannot be reached',
      detail: 'MongoDB at MONGODB_URI cannot be reached ({finding}).',
    },
  },
  'store.mongodb-standalone': {
    vi: {
      title: 'MongoDB chưa phải là replica set',
      detail:
        'MongoDB phải chạy dạng replica set mới ghi được giao dịch: khởi động mongod với --replSet rs0, chạy rs.initiate() một lần, rồi thêm ?replicaSet=rs0 vào MONGODB_URI.',
    },
    en: {
      title: 'MongoDB is no replica set',
      detail:
        'MongoDB must run as a replica set to have transactions: start mongod with --replSet rs0, run rs.initiate() once, and add ?replicaSet=rs0 to MONGODB_URI.',
    },
  },
  'migration.not-empty': {
    vi: {
      title: 'Cơ sở dữ liệu đích đã có dữ liệu',
      detail:
        'Cơ sở dữ liệu {database} đã có dữ liệu; hãy xóa nó hoặc chọn cơ sở dữ liệu trống rồi chạy lại.',
    },
    en: {
      title: 'Target database not empty',
      detail: 'The database {database} already holds data; drop it or name an empty one, then run again.',
    },
  },
  'migration.differs': {
    vi: {
      title: 'Dữ liệu chuyển sang không khớp',
      detail: 'Bản ghi của {collection} đọc lại từ đích không khớp với nguồn; không dùng cơ sở dữ liệu này.',
    },
    en: {
      title: 'The copy differs',
      detail: 'Records of {collection} read back from the target are not those of the source; do not use it.',
    },
  },
  'store.no-data': {
    vi: { title: 'Không có dữ liệu', detail: 'Thư mục {folder} không có dữ liệu.' },
    en: { title: 'No data', detail: 'There are no data in {folder}.' },
  },
  'backup.not-empty': {
    vi: {
      title: 'Thư mục dữ liệu đã có dữ liệu',
      detail: 'Thư mục {folder} đã có dữ liệu; chỉ khôi phục vào thư mục trống.',
    },
    en: {
      title: 'Data folder not empty',
      detail: '{folder} already holds data; restore into an empty folder.',
    },
  },
  'backup.damaged': {
    vi: {
      title: 'Bản sao lưu không dùng được',
      detail: 'Tệp {file} không phải là bản sao lưu nguyên vẹn ({finding}).',
    },
    en: { title: 'Unusable backup', detail: '{file} is not a sound backup ({finding}).' },
  },
  'backup.passphrase-missing': {
    vi: {
      title: 'Bản sao lưu được mã hóa',
      detail:
        'Bản sao lưu {file} được mã hóa; hãy đặt BACKUP_PASSPHRASE hoặc BACKUP_KEY_FILE như khi sao lưu.',
    },
    en: {
      title: 'Encrypted backup',
      detail: '{file} is encrypted; set BACKUP_PASSPHRASE or BACKUP_KEY_FILE as when it was written.',
    },
  },
  'backup.passphrase-wrong': {
    vi: {
      title: 'Không mở được bản sao lưu',
      detail: 'Mật khẩu sao lưu không mở được {file}, hoặc phần đầu của tệp đã bị sửa.',
    },
    en: {
      title: 'The backup does not open',
      detail: 'The passphrase does not open {file}, or the head of the file was changed.',
    },
  },
  'backup.key-unreadable': {
    vi: {
      title: 'Không đọc được tệp khóa sao lưu',
      detail:
        'Không đọc được mật khẩu sao lưu từ BACKUP_KEY_FILE {file}: cần một dòng ít nhất {least} ký tự.',
    },
    en: {
      title: 'Backup key file cannot be read',
      detail: 'BACKUP_KEY_FILE {file} gives no passphrase: it needs one line of at least {least} characters.',
    },
  },
  'backup.disk-full': {
    vi: {
      title: 'Ổ đĩa sao lưu đã đầy',
      detail: 'Ổ đĩa của {folder} đã đầy nên chưa có bản sao lưu mới; các bản cũ vẫn còn nguyên.',
    },
    en: {
      title: 'Backup disk full',
      detail: 'The disk of {folder} is full, so there is no new backup; the older ones are untouched.',
    },
  },
  'backup.disk-read-only': {
    vi: {
      title: 'Không ghi được bản sao lưu',
      detail: 'Máy chủ không có quyền ghi vào {folder} nên chưa có bản sao lưu mới.',
    },
    en: {
      title: 'The backup cannot be written',
      detail: 'The server may not write to {folder}, so there is no new backup.',
    },
  },
  'backup.no-space': {
    vi: {
      title: 'Không đủ chỗ để sao lưu',
      detail: 'Ổ đĩa của {folder} còn {free} MB, bản sao lưu cần khoảng {needed} MB; chưa ghi gì.',
    },
    en: {
      title: 'No room for the backup',
      detail:
        'The disk of {folder} has {free} MB free, the backup needs about {needed} MB; nothing was written.',
    },
  },
  'blob.too-large': {
    vi: { title: 'Tệp quá lớn', detail: 'Tệp vượt quá dung lượng cho phép ({limit} byte).' },
    en: { title: 'File too large', detail: 'The file exceeds the size allowed ({limit} bytes).' },
  },
  'blob.not-found': {
    vi: { title: 'Không tìm thấy tệp', detail: 'Không có tệp {sha256} trong kho lưu trữ.' },
    en: { title: 'File not found', detail: 'There is no file {sha256} in the store.' },
  },
  'blob.corrupt': {
    vi: {
      title: 'Tệp lưu trữ bị hỏng',
      detail: 'Nội dung tệp {sha256} không còn khớp với mã băm; hãy khôi phục tệp từ bản sao lưu.',
    },
    en: {
      title: 'Corrupt stored file',
      detail: 'The content of file {sha256} no longer matches its hash; restore it from a backup.',
    },
  },
};
