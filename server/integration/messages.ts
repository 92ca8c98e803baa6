import type { Messages } from '../http/messages.ts';

export const integrationMessages: Messages = {
  'blob.too-large': {
    vi: {
      title: 'Tệp quá lớn',
      detail: 'Tệp vượt quá dung lượng cho phép ({limit}); hãy giảm dung lượng hoặc tách tệp.',
    },
    en: { title: 'File too large', detail: 'The file exceeds the limit ({limit}); shrink or split it.' },
  },
  'blob.type-forbidden': {
    vi: {
      title: 'Loại tệp không được phép',
      detail: 'Không nhận tệp "{name}": chỉ nhận các loại {allowed}, và nội dung phải đúng với phần mở rộng.',
    },
    en: {
      title: 'Forbidden file type',
      detail: '"{name}" is not accepted: only {allowed}, and the content must match the extension.',
    },
  },
  'blob.empty': {
    vi: { title: 'Tệp rỗng', detail: 'Tệp không có nội dung.' },
    en: { title: 'Empty file', detail: 'The file has no content.' },
  },
  'blob.unfinished': {
    vi: { title: 'Tệp chưa tải xong', detail: 'Mới nhận {received}/{size} byte của tệp.' },
    en: { title: 'The file is not whole', detail: '{received} of {size} bytes are there.' },
  },
  'blob.upload-not-found': {
    vi: { title: 'Lượt tải đã hết hạn', detail: 'Không còn lượt tải tệp này; hãy chọn lại tệp.' },
    en: { title: 'The upload is gone', detail: 'This upload is not there any more; choose the file again.' },
  },
  'blob.missing': {
    vi: { title: 'Thiếu tệp', detail: 'Yêu cầu không kèm tệp nào.' },
    en: { title: 'No file', detail: 'The request carries no file.' },
  },
  'blob.malformed-upload': {
    vi: {
      title: 'Tải tệp không thành công',
      detail: 'Việc tải tệp bị gián đoạn hoặc dữ liệu gửi lên không đúng.',
    },
    en: { title: 'Upload failed', detail: 'The upload was interrupted or malformed.' },
  },
};
