/** The sentences of problems: each capability brings its own table, main merges them. */

export interface Sentence {
  title: string;
  detail: string;
}

/** By problem code. `{name}` in a sentence is filled from the problem's `values`. */
export type Messages = { [code: string]: { vi: Sentence; en: Sentence } };

export type Language = 'vi' | 'en';

/** What fills a placeholder: the same in every language, or in each its own. */
export type SentenceValue = string | number | { vi: string; en: string };

/**
 * The sentence of a code in a language, its placeholders filled.
 * A code without a sentence answers with itself, so that a gap shows instead of hiding.
 */
export function sentence(
  messages: Messages,
  code: string,
  { language, values = {} }: { language: Language; values?: Record<string, SentenceValue> },
): Sentence {
  const found = messages[code]?.[language];
  if (!found) return { title: code, detail: code };
  const own = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? value[language] : value,
    ]),
  );
  return { title: fill(found.title, own), detail: fill(found.detail, own) };
}

/** Vietnamese unless the caller prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag: tag.slice(0, 2), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ tag, quality }) => (tag === 'vi' || tag === 'en') && quality > 0)
    .sort((left, right) => right.quality - left.quality);
  return wanted[0]?.tag === 'en' ? 'en' : 'vi';
}

const fill = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));

/** The framework's own. */
export const httpMessages: Messages = {
  'request.invalid-parameters': {
    vi: {
      title: 'Tham số không hợp lệ',
      detail: 'Địa chỉ hoặc tham số của yêu cầu chưa đúng; xem từng lỗi kèm theo.',
    },
    en: { title: 'Invalid parameters', detail: 'The address or its parameters are wrong; see each error.' },
  },
  'request.invalid-body': {
    vi: {
      title: 'Dữ liệu chưa hợp lệ',
      detail: 'Một số thông tin gửi lên chưa đúng; xem từng lỗi kèm theo.',
    },
    en: { title: 'Invalid data', detail: 'Some of what was sent is wrong; see each error.' },
  },
  'request.malformed-json': {
    vi: { title: 'Không đọc được dữ liệu', detail: 'Nội dung gửi lên không phải là JSON đúng cú pháp.' },
    en: { title: 'Unreadable data', detail: 'The body is not well-formed JSON.' },
  },
  'request.too-large': {
    vi: { title: 'Dữ liệu quá lớn', detail: 'Nội dung gửi lên vượt quá giới hạn cho phép ({limit}).' },
    en: { title: 'Too large', detail: 'The body exceeds the limit ({limit}).' },
  },
  'request.unsupported-media-type': {
    vi: {
      title: 'Kiểu nội dung không được hỗ trợ',
      detail: 'Địa chỉ này chỉ nhận nội dung kiểu {expected}.',
    },
    en: { title: 'Unsupported media type', detail: 'This address takes {expected} only.' },
  },
  'request.cross-site': {
    vi: {
      title: 'Yêu cầu bị từ chối',
      detail: 'Yêu cầu được gửi từ một trang web khác nên không được thực hiện.',
    },
    en: { title: 'Refused', detail: 'The request came from another site and was not carried out.' },
  },
  'request.failed': {
    vi: { title: 'Yêu cầu không thực hiện được', detail: 'Máy chủ không xử lý được yêu cầu này.' },
    en: { title: 'The request failed', detail: 'The server could not handle this request.' },
  },
  'route.not-found': {
    vi: { title: 'Không tìm thấy', detail: 'Không có địa chỉ {path} trên hệ thống.' },
    en: { title: 'Not found', detail: 'There is nothing at {path}.' },
  },
  'route.method-not-allowed': {
    vi: {
      title: 'Thao tác không được hỗ trợ',
      detail: 'Địa chỉ này không hỗ trợ {method}; chỉ hỗ trợ {allowed}.',
    },
    en: { title: 'Method not allowed', detail: 'This address does not take {method}; it takes {allowed}.' },
  },
  'session.required': {
    vi: {
      title: 'Chưa đăng nhập',
      detail: 'Bạn cần đăng nhập để thực hiện thao tác này, hoặc phiên làm việc đã hết hạn.',
    },
    en: { title: 'Sign in first', detail: 'You need to sign in to do this, or your session has ended.' },
  },
  'session.must-change-password': {
    vi: { title: 'Cần đổi mật khẩu', detail: 'Bạn phải đổi mật khẩu trước khi tiếp tục sử dụng hệ thống.' },
    en: { title: 'Change your password', detail: 'You must change your password before going on.' },
  },
  'api-key.invalid': {
    vi: { title: 'Khóa truy cập không hợp lệ', detail: 'Khóa truy cập không đúng hoặc đã bị thu hồi.' },
    en: { title: 'Invalid API key', detail: 'The API key is wrong or was revoked.' },
  },
  'permission.denied': {
    vi: { title: 'Không có quyền', detail: 'Tài khoản của bạn không có quyền thực hiện thao tác này.' },
    en: { title: 'Not permitted', detail: 'Your account may not do this.' },
  },
  'store.conflict': {
    vi: {
      title: 'Dữ liệu vừa được thay đổi',
      detail: 'Người khác vừa thay đổi dữ liệu này; hãy tải lại rồi thực hiện lại.',
    },
    en: { title: 'Changed meanwhile', detail: 'Somebody else has just changed this; reload and try again.' },
  },
  'store.duplicate': {
    vi: { title: 'Dữ liệu đã tồn tại', detail: 'Giá trị này đã được sử dụng; hãy chọn giá trị khác.' },
    en: { title: 'Already taken', detail: 'This value is in use; choose another.' },
  },
  'store.bad-cursor': {
    vi: {
      title: 'Con trỏ trang không hợp lệ',
      detail: 'Con trỏ trang không thuộc về danh sách này; hãy xem lại từ trang đầu.',
    },
    en: {
      title: 'Invalid cursor',
      detail: 'The cursor does not belong to this list; start from the first page.',
    },
  },
  'server.busy': {
    vi: {
      title: 'Hệ thống đang quá tải',
      detail: 'Có quá nhiều yêu cầu cùng lúc; yêu cầu này chưa được thực hiện, hãy thử lại sau vài giây.',
    },
    en: {
      title: 'Too busy',
      detail:
        'There are too many requests at once; this one was not carried out, try again in a few seconds.',
    },
  },
  'server.error': {
    vi: {
      title: 'Lỗi hệ thống',
      detail:
        'Hệ thống gặp lỗi khi xử lý yêu cầu. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên mã yêu cầu {requestId}.',
    },
    en: {
      title: 'Server error',
      detail:
        'Something went wrong. Try again; if it persists, tell an administrator the request id {requestId}.',
    },
  },
};
