import type { Messages } from '../http/messages.ts';

export const accessMessages: Messages = {
  'session.wrong-credentials': {
    vi: { title: 'Đăng nhập không thành công', detail: 'Tên đăng nhập hoặc mật khẩu không đúng.' },
    en: { title: 'Sign-in failed', detail: 'The user name or password is wrong.' },
  },
  'session.name-locked': {
    vi: {
      title: 'Tạm khóa đăng nhập',
      detail:
        'Đã nhập sai mật khẩu quá nhiều lần. Hãy thử lại sau {minutes} phút, hoặc liên hệ quản trị viên để mở khóa.',
    },
    en: {
      title: 'Sign-in locked',
      detail: 'Too many wrong passwords. Try again in {minutes} minutes, or ask an administrator to unlock.',
    },
  },
  'session.too-many-attempts': {
    vi: {
      title: 'Quá nhiều lần đăng nhập sai',
      detail: 'Có quá nhiều lần đăng nhập sai từ máy này. Hãy thử lại sau {minutes} phút.',
    },
    en: {
      title: 'Too many failed sign-ins',
      detail: 'Too many failed sign-ins from this machine. Try again in {minutes} minutes.',
    },
  },
  'session.account-locked': {
    vi: {
      title: 'Tài khoản đang bị khóa',
      detail: 'Tài khoản đang bị khóa. Hãy liên hệ quản trị viên của đơn vị.',
    },
    en: { title: 'Account locked', detail: 'This account is locked. Ask the administrator of your unit.' },
  },
  'session.account-revoked': {
    vi: { title: 'Tài khoản đã bị thu hồi', detail: 'Tài khoản đã bị thu hồi và không còn được sử dụng.' },
    en: { title: 'Account revoked', detail: 'This account was revoked and can no longer be used.' },
  },
  'session.not-a-person': {
    vi: {
      title: 'Không có phiên làm việc',
      detail: 'Khóa truy cập của chương trình không có phiên làm việc.',
    },
    en: { title: 'No session', detail: "A program's key has no session." },
  },
  'password.current-wrong': {
    vi: { title: 'Mật khẩu hiện tại không đúng', detail: 'Mật khẩu hiện tại không đúng.' },
    en: { title: 'Wrong current password', detail: 'The current password is wrong.' },
  },
  'password.unchanged': {
    vi: { title: 'Mật khẩu chưa thay đổi', detail: 'Mật khẩu mới phải khác mật khẩu hiện tại.' },
    en: { title: 'Password unchanged', detail: 'The new password must differ from the current one.' },
  },
  'password.weak': {
    vi: { title: 'Mật khẩu chưa đủ mạnh', detail: 'Mật khẩu mới chưa đạt yêu cầu; xem từng lỗi kèm theo.' },
    en: { title: 'Weak password', detail: 'The new password does not meet the rules; see each error.' },
  },
  'password.needs-three-kinds': {
    vi: {
      title: 'Mật khẩu chưa đủ mạnh',
      detail: 'Cần có ít nhất ba trong bốn loại: chữ thường, chữ hoa, chữ số, ký tự đặc biệt.',
    },
    en: {
      title: 'Weak password',
      detail: 'Use at least three of: lower case, upper case, digits, other characters.',
    },
  },
  'password.contains-username': {
    vi: { title: 'Mật khẩu chưa đủ mạnh', detail: 'Mật khẩu không được chứa tên đăng nhập.' },
    en: { title: 'Weak password', detail: 'The password must not contain the user name.' },
  },
  'password.too-repetitive': {
    vi: { title: 'Mật khẩu chưa đủ mạnh', detail: 'Mật khẩu lặp lại quá ít ký tự.' },
    en: { title: 'Weak password', detail: 'The password repeats too few characters.' },
  },
  'user.not-found': {
    vi: { title: 'Không tìm thấy tài khoản', detail: 'Không có tài khoản này.' },
    en: { title: 'Account not found', detail: 'There is no such account.' },
  },
  'user.username-taken': {
    vi: { title: 'Tên đăng nhập đã được sử dụng', detail: 'Tên đăng nhập này đã có người sử dụng.' },
    en: { title: 'User name taken', detail: 'This user name is in use.' },
  },
  'user.not-oneself': {
    vi: { title: 'Không thực hiện được', detail: 'Không thể tự khóa hoặc thu hồi tài khoản của chính mình.' },
    en: { title: 'Not on oneself', detail: 'One cannot lock or revoke one’s own account.' },
  },
  'unit.not-found': {
    vi: { title: 'Không tìm thấy đơn vị', detail: 'Không có đơn vị này.' },
    en: { title: 'Unit not found', detail: 'There is no such unit.' },
  },
  'unit.unknown': {
    vi: { title: 'Đơn vị không tồn tại', detail: 'Không có đơn vị này.' },
    en: { title: 'Unknown unit', detail: 'There is no such unit.' },
  },
  'unit.circular': {
    vi: {
      title: 'Đơn vị cấp trên không hợp lệ',
      detail: 'Đơn vị không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.',
    },
    en: { title: 'Invalid parent', detail: 'A unit cannot be below itself or a unit of its own.' },
  },
  'unit.taken': {
    vi: { title: 'Mã đơn vị đã được sử dụng', detail: 'Mã này đã được một đơn vị khác sử dụng.' },
    en: { title: 'Unit code taken', detail: 'Another unit uses this code.' },
  },
  'api-key.not-found': {
    vi: { title: 'Không tìm thấy khóa truy cập', detail: 'Không có khóa truy cập này.' },
    en: { title: 'Key not found', detail: 'There is no such API key.' },
  },
  'api-key.too-many-requests': {
    vi: { title: 'Quá nhiều yêu cầu', detail: 'Khóa truy cập này chỉ được gửi {limit} yêu cầu mỗi phút.' },
    en: { title: 'Too many requests', detail: 'This key may send {limit} requests a minute.' },
  },
};
