/** The words of the form screens; the forms room is on its own, so they stand here and not in ui/. */
import type { Language } from '../types.ts';

const VI = {
  submit: 'Gửi',
  next: 'Tiếp tục',
  back: 'Quay lại',
  step: 'Bước {step}/{count}',
  required: 'bắt buộc',
  optional: 'không bắt buộc',
  choose: 'Chọn',
  chooseDay: 'Chọn ngày',
  dayPlaceholder: 'ngày/tháng/năm',
  yes: 'Có',
  no: 'Không',
  add: 'Thêm dòng',
  addItem: 'Thêm {name}',
  remove: 'Xóa dòng {row}',
  moveUp: 'Chuyển dòng {row} lên',
  moveDown: 'Chuyển dòng {row} xuống',
  noRows: 'Chưa có dòng nào',
  row: '{name} {row}',
  sum: 'Cộng',
  actions: 'Thao tác',
  errors: 'Cần sửa {count} chỗ trước khi gửi',
  stepErrors: 'Cần sửa {count} chỗ trước khi tiếp tục',
  inWords: 'Bằng chữ: {words}',
  currency: 'đồng',
  notFound: 'Không có giá trị phù hợp',
  listLoading: 'Đang tải danh mục…',
  listFailed: 'Không tải được danh mục.',
  listRetry: 'Thử lại',
  chooseAboveFirst: 'Hãy chọn mục phía trên trước',
  attach: 'Chọn tệp',
  removeFile: 'Bỏ tệp {name}',
  uploading: 'Đang tải lên {percent}%',
  uploadFailed: 'Không tải được tệp {name} lên: {reason}',
  signHere: 'Ký và ghi rõ họ tên trên bản in',
  empty: 'Chưa có thông tin',
  changed: 'Đã thay đổi, trước đó: {before}',
  blank: 'để trống',
  computed: 'Tự động tính',
  brokenForm: 'Biểu mẫu này chưa dùng được',
};

export type TextKey = keyof typeof VI;

const EN: Record<TextKey, string> = {
  submit: 'Submit',
  next: 'Continue',
  back: 'Back',
  step: 'Step {step} of {count}',
  required: 'required',
  optional: 'optional',
  choose: 'Choose',
  chooseDay: 'Choose a day',
  dayPlaceholder: 'day/month/year',
  yes: 'Yes',
  no: 'No',
  add: 'Add a row',
  addItem: 'Add {name}',
  remove: 'Remove row {row}',
  moveUp: 'Move row {row} up',
  moveDown: 'Move row {row} down',
  noRows: 'No rows yet',
  row: '{name} {row}',
  sum: 'Total',
  actions: 'Actions',
  errors: '{count} to correct before submitting',
  stepErrors: '{count} to correct before going on',
  inWords: 'In words: {words}',
  currency: 'VND',
  notFound: 'Nothing matches',
  listLoading: 'Loading the list…',
  listFailed: 'The list could not be loaded.',
  listRetry: 'Try again',
  chooseAboveFirst: 'Choose the one above first',
  attach: 'Choose a file',
  removeFile: 'Remove the file {name}',
  uploading: 'Uploading {percent}%',
  uploadFailed: 'The file {name} could not be uploaded: {reason}',
  signHere: 'Sign on the printed form',
  empty: 'Nothing is filled in',
  changed: 'Changed, it was: {before}',
  blank: 'empty',
  computed: 'Worked out',
  brokenForm: 'This form cannot be used yet',
};

const TEXTS: Record<Language, Record<TextKey, string>> = { vi: VI, en: EN };

export type Say = (key: TextKey, values?: Record<string, string | number>) => string;

export const sayIn =
  (language: Language): Say =>
  (key, values = {}) =>
    TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
