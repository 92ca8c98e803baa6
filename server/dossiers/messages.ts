import type { Messages } from '../http/messages.ts';

/** Intake, reading and operations of dossiers. */
export const dossierMessages: Messages = {
  'dossier.not-found': {
    vi: {
      title: 'Không tìm thấy hồ sơ',
      detail: 'Không có hồ sơ {code}, hoặc hồ sơ không thuộc đơn vị của bạn.',
    },
    en: { title: 'No such dossier', detail: 'There is no dossier {code}, or it is not one of your unit.' },
  },
  'dossier.changed': {
    vi: {
      title: 'Hồ sơ vừa thay đổi',
      detail: 'Người khác vừa xử lý hồ sơ {code}: {changes}. Hãy tải lại và thực hiện lại.',
    },
    en: {
      title: 'The dossier has changed',
      detail: 'Others were faster with {code}: {changes}. Reload it and try again.',
    },
  },
  'dossier.not-your-part': {
    vi: {
      title: 'Không có quyền',
      detail: 'Bạn không được thực hiện thao tác “{operation}” trên hồ sơ {code}.',
    },
    en: { title: 'Not your part', detail: 'You may not do “{operation}” on {code}.' },
  },
  'dossier.not-possible-now': {
    vi: {
      title: 'Chưa thực hiện được lúc này',
      detail: 'Hồ sơ {code} đang ở trạng thái “{status}” nên không thể “{operation}”. Có thể: {possible}.',
    },
    en: {
      title: 'Not possible now',
      detail: 'The dossier {code} is “{status}”, so “{operation}” does not apply. Possible now: {possible}.',
    },
  },
  'dossier.process-does-not-allow': {
    vi: {
      title: 'Quy trình không cho phép',
      detail: 'Quy trình của hồ sơ {code} không có thao tác “{operation}”. Có thể: {possible}.',
    },
    en: {
      title: 'Not in this process',
      detail: 'The process of {code} does not have “{operation}”. Possible now: {possible}.',
    },
  },
  'dossier.process-refused': {
    vi: {
      title: 'Quy trình không thực hiện được',
      detail: 'Quy trình của hồ sơ {code} không nhận lệnh này ({reason}); hãy tải lại hồ sơ.',
    },
    en: {
      title: 'The process refused',
      detail: 'The process of {code} did not take this ({reason}); reload it.',
    },
  },
  'dossier.already-on-version': {
    vi: {
      title: 'Đã ở phiên bản này',
      detail: 'Hồ sơ {code} đang theo phiên bản {version} của quy trình.',
    },
    en: { title: 'On this version already', detail: 'The dossier {code} follows version {version} already.' },
  },
  'dossier.cannot-migrate': {
    vi: {
      title: 'Không chuyển được phiên bản',
      detail:
        'Hồ sơ {code} không chuyển được sang phiên bản {version}: {count} chỗ không có trong phiên bản mới; chỉ định bước thay thế trong “mapping”.',
    },
    en: {
      title: 'Cannot be moved',
      detail:
        'The dossier {code} cannot follow version {version}: {count} place(s) are missing there; name their successors in “mapping”.',
    },
  },
  'dossier.process-ended': {
    vi: { title: 'Quy trình đã kết thúc', detail: 'Quy trình của hồ sơ {code} đã kết thúc.' },
    en: { title: 'The process has ended', detail: 'The process of {code} has ended.' },
  },
  'dossier.on-hold': {
    vi: {
      title: 'Hồ sơ đang tạm dừng',
      detail: 'Hồ sơ {code} đang chờ (“{operation}”); các bước xử lý tạm dừng cho đến khi tiếp tục.',
    },
    en: {
      title: 'On hold',
      detail: 'The dossier {code} waits (“{operation}”); its steps rest until it goes on.',
    },
  },
  'dossier.wrong-form': {
    vi: {
      title: 'Tờ khai chưa đúng',
      detail: 'Tờ khai có {count} mục chưa hợp lệ; xem từng lỗi kèm theo.',
    },
    en: { title: 'The form is not right', detail: '{count} entries of the form are wrong; see each error.' },
  },
  'dossier.outcome-online': {
    vi: {
      title: 'Hồ sơ trực tuyến chờ một cửa trả lời',
      detail:
        'Hồ sơ nộp trực tuyến được ghi nhận trước; một cửa tiếp nhận, yêu cầu bổ sung hoặc từ chối sau.',
    },
    en: {
      title: 'An online dossier waits for the counter',
      detail:
        'What is filed online is registered first; the counter accepts it, asks for more or refuses later.',
    },
  },
  'dossier.intake-needs-reason': {
    vi: { title: 'Chưa nêu lý do', detail: 'Phiếu yêu cầu bổ sung và phiếu từ chối phải nêu rõ lý do.' },
    en: { title: 'The reason is missing', detail: 'A supplement slip and a refusal slip state the reason.' },
  },
  'dossier.unit-cannot-return': {
    vi: {
      title: 'Đơn vị không trả kết quả thủ tục này',
      detail: 'Kết quả của thủ tục {procedure} chỉ trả tại các đơn vị tiếp nhận thủ tục này.',
    },
    en: {
      title: 'That unit hands out no results of it',
      detail: 'Results of {procedure} are handed out by the units that take it in.',
    },
  },
  'dossier.no-such-step': {
    vi: { title: 'Không có bước này', detail: 'Quy trình của hồ sơ không có bước “{step}” để làm lại.' },
    en: { title: 'No such step', detail: 'The process of the dossier has no step “{step}” to do again.' },
  },
  'dossier.backdated-online': {
    vi: {
      title: 'Không ghi lùi thời gian',
      detail: 'Chỉ hồ sơ giấy tiếp nhận khi hệ thống gặp sự cố mới được nhập lại theo thời gian thực nhận.',
    },
    en: {
      title: 'Not on paper',
      detail: 'Only what was taken in on paper during an incident is back-dated.',
    },
  },
  'dossier.backdated-ahead': {
    vi: { title: 'Thời gian chưa tới', detail: 'Thời gian thực nhận phải trước thời điểm nhập.' },
    en: { title: 'Not yet', detail: 'The true time of reception lies before its entry.' },
  },
  'dossier.missing-paper': {
    vi: { title: 'Thiếu giấy tờ', detail: 'Hồ sơ còn thiếu: {papers}.' },
    en: { title: 'Papers are missing', detail: 'The dossier lacks: {papers}.' },
  },
  'dossier.unknown-attachment': {
    vi: {
      title: 'Không tìm thấy tệp đính kèm',
      detail: 'Tệp chưa được tải lên hệ thống: {names}. Hãy tải lên lại.',
    },
    en: { title: 'Attachment not found', detail: 'Not uploaded: {names}. Upload it again.' },
  },
  'dossier.unit-cannot-receive': {
    vi: {
      title: 'Đơn vị không tiếp nhận thủ tục này',
      detail: 'Bộ phận tiếp nhận của bạn không được giao tiếp nhận thủ tục {procedure}.',
    },
    en: { title: 'Not received here', detail: 'Your counter does not receive the procedure {procedure}.' },
  },
  'dossier.citizens-file-online': {
    vi: { title: 'Nộp trực tuyến', detail: 'Tài khoản công dân chỉ nộp hồ sơ trực tuyến.' },
    en: { title: 'File online', detail: 'A citizen account files dossiers online only.' },
  },
  'dossier.supplement-already-requested': {
    vi: {
      title: 'Đã yêu cầu bổ sung',
      detail:
        'Hồ sơ {code} đã được yêu cầu bổ sung; chỉ được yêu cầu {times} lần trong quá trình giải quyết (Nghị định 61/2018/NĐ-CP Điều 11, 15, 17). Có thể: {possible}.',
    },
    en: {
      title: 'Already requested',
      detail:
        'A supplement of {code} was requested before; the law allows it {times} time(s) (Decree 61/2018 Art. 11, 15, 17). Possible now: {possible}.',
    },
  },
  'dossier.supplement-too-late': {
    vi: {
      title: 'Quá thời hạn yêu cầu bổ sung',
      detail:
        'Chỉ được yêu cầu bổ sung trong {days} ngày làm việc kể từ ngày tiếp nhận (Nghị định 61/2018/NĐ-CP Điều 19 khoản 4), chậm nhất {latest}. Có thể: {possible}.',
    },
    en: {
      title: 'Too late for a supplement',
      detail:
        'A supplement may be asked for within {days} working days of reception (Decree 61/2018 Art. 19.4), until {latest}. Possible now: {possible}.',
    },
  },
  'dossier.extension-after-due': {
    vi: {
      title: 'Đã quá hạn',
      detail:
        'Hồ sơ đã quá hạn trả kết quả từ {latest} nên không thể gia hạn (Nghị định 61/2018/NĐ-CP Điều 19 khoản 9). Có thể: {possible}.',
    },
    en: {
      title: 'Overdue',
      detail:
        'The dossier has been overdue since {latest} and can no longer be extended (Decree 61/2018 Art. 19.9). Possible now: {possible}.',
    },
  },
  'dossier.extension-too-late': {
    vi: {
      title: 'Quá thời điểm gia hạn',
      detail:
        'Phải gia hạn trước ngày hẹn trả ít nhất {days} ngày làm việc (Nghị định 61/2018/NĐ-CP Điều 19 khoản 9), chậm nhất {latest}. Có thể: {possible}.',
    },
    en: {
      title: 'Too late to extend',
      detail:
        'An extension is decided at least {days} working day(s) before the due date (Decree 61/2018 Art. 19.9), until {latest}. Possible now: {possible}.',
    },
  },
  'dossier.amount-differs': {
    vi: { title: 'Số tiền chưa khớp', detail: 'Số tiền phải nộp là {due} đồng, đã nhập {paid} đồng.' },
    en: { title: 'The amount differs', detail: '{due} VND is due, {paid} VND was entered.' },
  },
  'dossier.payment-recorded': {
    vi: {
      title: 'Khoản nộp đã được ghi nhận',
      detail: 'Chứng từ {reference} đã được ghi nhận cho hồ sơ này; không ghi nhận hai lần.',
    },
    en: {
      title: 'Payment recorded before',
      detail: 'The voucher {reference} stands in this dossier already.',
    },
  },
  'dossier.refusal-needs-reason': {
    vi: { title: 'Thiếu lý do', detail: 'Từ chối giải quyết phải nêu rõ lý do.' },
    en: { title: 'A reason is needed', detail: 'A refusal must state its reason.' },
  },
  'dossier.unknown-unit': {
    vi: { title: 'Không có đơn vị này', detail: 'Đơn vị nhận hồ sơ không tồn tại.' },
    en: { title: 'No such unit', detail: 'There is no such unit.' },
  },
  'dossier.same-unit': {
    vi: { title: 'Trùng đơn vị', detail: 'Hồ sơ đang thuộc thẩm quyền của {unit}.' },
    en: { title: 'Same unit', detail: '{unit} is competent already.' },
  },
  'idempotency.other-body': {
    vi: {
      title: 'Khóa chống trùng đã dùng cho nội dung khác',
      detail: 'Idempotency-Key này đã dùng cho hồ sơ {code} với nội dung khác.',
    },
    en: { title: 'Key used for another body', detail: 'This Idempotency-Key made {code} from another body.' },
  },
  'procedure.not-published': {
    vi: {
      title: 'Thủ tục chưa có quy trình',
      detail: 'Thủ tục {code} chưa có quy trình điện tử đang áp dụng nên chưa tiếp nhận được.',
    },
    en: {
      title: 'No process yet',
      detail: 'The procedure {code} has no published process, so nothing is received.',
    },
  },
};
