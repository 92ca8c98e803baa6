import type { Messages } from '../http/messages.ts';

export const catalogueMessages: Messages = {
  'procedure.not-found': {
    vi: { title: 'Không tìm thấy thủ tục', detail: 'Không có thủ tục hành chính mã {code}.' },
    en: { title: 'Procedure not found', detail: 'There is no procedure {code}.' },
  },
  'procedure.component-doubled': {
    vi: { title: 'Thành phần hồ sơ bị trùng', detail: 'Mã thành phần hồ sơ này đã được dùng ở trên.' },
    en: { title: 'Paper named twice', detail: 'This id is used by a paper above.' },
  },
  'list.not-found': {
    vi: { title: 'Không có danh mục này', detail: 'Hệ thống không có danh mục {name}.' },
    en: { title: 'No such list', detail: 'There is no list {name}.' },
  },
  'process.not-found': {
    vi: {
      title: 'Không tìm thấy phiên bản quy trình',
      detail: 'Thủ tục {code} không có phiên bản quy trình {version}.',
    },
    en: { title: 'Version not found', detail: 'Procedure {code} has no process version {version}.' },
  },
  'process.not-a-draft': {
    vi: {
      title: 'Không còn là dự thảo',
      detail: 'Phiên bản {version} đã được trình nên không sửa được nữa; hãy tạo phiên bản mới.',
    },
    en: {
      title: 'No longer a draft',
      detail: 'Version {version} was submitted and cannot be changed; make a new one.',
    },
  },
  'process.saved-by-another': {
    vi: {
      title: 'Dự thảo vừa được người khác lưu',
      detail: 'Phiên bản {version} đã được người khác lưu sau khi bạn mở; hãy tải lại để không ghi đè.',
    },
    en: {
      title: 'Saved by somebody else',
      detail: 'Somebody else saved version {version} since you opened it; reload, so as not to overwrite it.',
    },
  },
  'process.wrong-state': {
    vi: {
      title: 'Không thực hiện được ở trạng thái này',
      detail: 'Phiên bản {version} đang ở trạng thái không cho phép thao tác này; hãy tải lại trang.',
    },
    en: { title: 'Not in this state', detail: 'Version {version} is {state}: it cannot {action} now.' },
  },
  'process.needs-decision': {
    vi: { title: 'Thiếu quyết định phê duyệt', detail: 'Cần số và ngày của quyết định phê duyệt.' },
    en: { title: 'Decision missing', detail: 'The number and date of the approving decision are needed.' },
  },
  'process.needs-note': {
    vi: { title: 'Thiếu lý do', detail: 'Cần ghi lý do trả lại.' },
    en: { title: 'Note missing', detail: 'Say why it is returned.' },
  },
  'process.unreadable': {
    vi: {
      title: 'Sơ đồ còn lỗi',
      detail: 'Phiên bản {version} chưa đọc được thành quy trình nên chưa in được bảng bước.',
    },
    en: {
      title: 'The diagram has faults',
      detail: 'Version {version} is no process yet: there are no steps to print.',
    },
  },
  'process.too-many-comments': {
    vi: { title: 'Quá nhiều góp ý', detail: 'Một phiên bản có không quá {most} góp ý.' },
    en: { title: 'Too many comments', detail: 'A version has at most {most} comments.' },
  },
  'process.no-such-comment': {
    vi: { title: 'Không tìm thấy góp ý', detail: 'Góp ý này không còn; hãy tải lại trang.' },
    en: { title: 'Comment not found', detail: 'There is no such comment any more; reload the page.' },
  },
  'process.no-such-test': {
    vi: { title: 'Không tìm thấy bài chạy thử', detail: 'Bài chạy thử này không còn; hãy tải lại trang.' },
    en: { title: 'Test not found', detail: 'There is no such test any more; reload the page.' },
  },
  'process.not-publishable': {
    vi: {
      title: 'Quy trình chưa thể ban hành',
      detail: 'Phiên bản {version} còn {count} điểm cần sửa; xem từng điểm kèm theo.',
    },
    en: { title: 'Not publishable', detail: 'Version {version} has {count} faults; see each.' },
  },
  'form.not-found': {
    vi: {
      title: 'Không tìm thấy biểu mẫu',
      detail: 'Không có biểu mẫu "{key}", hoặc chưa có phiên bản này.',
    },
    en: { title: 'Form not found', detail: 'There is no form "{key}", or not this version of it.' },
  },
  'form.unusable': {
    vi: { title: 'Biểu mẫu chưa dùng được', detail: 'Biểu mẫu có chỗ chưa đúng; xem từng lỗi kèm theo.' },
    en: { title: 'Unusable form', detail: 'The form has faults; see each.' },
  },
  'form.already-published': {
    vi: { title: 'Đã ban hành', detail: 'Phiên bản {version} của biểu mẫu "{key}" đang được sử dụng.' },
    en: { title: 'Already published', detail: 'Version {version} of the form "{key}" is in use.' },
  },
  'form.saved-by-another': {
    vi: {
      title: 'Biểu mẫu vừa được người khác lưu',
      detail:
        '{by} đã lưu phiên bản {version} sau khi bạn mở biểu mẫu; hãy so sánh rồi lưu thành phiên bản mới hơn.',
    },
    en: {
      title: 'Saved by somebody else',
      detail:
        '{by} has saved version {version} since you opened the form; compare, then save as a newer one.',
    },
  },
  'form.key-taken': {
    vi: {
      title: 'Mã biểu mẫu đã được dùng',
      detail: 'Đã có biểu mẫu mã "{key}" ({title}); hãy chọn mã khác hoặc mở biểu mẫu đó để sửa.',
    },
    en: {
      title: 'The code is taken',
      detail: 'There is a form "{key}" ({title}) already; choose another code, or open that form.',
    },
  },
  'form.examples-fail': {
    vi: {
      title: 'Dữ liệu kiểm thử không đạt',
      detail:
        'Phiên bản {version} không cho kết quả như {count} dữ liệu kiểm thử đã giữ; hãy sửa biểu mẫu hoặc dữ liệu kiểm thử rồi lưu lại.',
    },
    en: {
      title: 'Test data fail',
      detail: 'Version {version} fails {count} of the answers kept as test data; mend the form or them.',
    },
  },
  'form.not-in-use': {
    vi: {
      title: 'Chưa áp dụng',
      detail: 'Phiên bản {version} của biểu mẫu "{key}" không ở trạng thái đang áp dụng.',
    },
    en: { title: 'Not in use', detail: 'Version {version} of the form "{key}" is not the published one.' },
  },
  'form.in-use': {
    vi: {
      title: 'Biểu mẫu đang được dùng',
      detail: 'Không thể ngừng áp dụng biểu mẫu "{key}" vì còn được dùng ở: {places}.',
    },
    en: {
      title: 'The form is in use',
      detail: 'The form "{key}" cannot be retired; it is used in: {places}.',
    },
  },
  'template.not-found': {
    vi: {
      title: 'Không tìm thấy mẫu văn bản',
      detail: 'Không có mẫu văn bản "{key}", hoặc chưa có phiên bản này.',
    },
    en: { title: 'Template not found', detail: 'There is no template "{key}", or not this version of it.' },
  },
  'template.unusable': {
    vi: {
      title: 'Mẫu văn bản chưa dùng được',
      detail: 'Mẫu văn bản có chỗ chưa đúng; xem từng lỗi kèm theo.',
    },
    en: { title: 'Unusable template', detail: 'The template has faults; see each.' },
  },
  'template.unsupplied-names': {
    vi: {
      title: 'Có dữ liệu không ai cung cấp',
      detail:
        'Mẫu văn bản dùng tên dữ liệu mà không bản ghi hay biểu mẫu nào cung cấp; xem từng chỗ kèm theo.',
    },
    en: {
      title: 'Data that nobody supplies',
      detail: 'The template names data that no record and no e-form supplies; see each place.',
    },
  },
  'template.already-published': {
    vi: { title: 'Đã ban hành', detail: 'Phiên bản {version} của mẫu văn bản "{key}" đang được sử dụng.' },
    en: { title: 'Already published', detail: 'Version {version} of the template "{key}" is in use.' },
  },
};
