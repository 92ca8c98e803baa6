/** The sentences of notices and messages. `{name}` is filled from the topic's values. */
import type { Localised } from '../contract/common.ts';
import type { Topic } from './topics.ts';

interface TopicText {
  title: Localised;
  text: Localised;
}

export const TOPIC_TEXTS: Record<Topic, TopicText> = {
  filed: {
    title: { vi: 'Hồ sơ trực tuyến mới', en: 'New online dossier' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} đã được nộp trực tuyến.',
      en: 'Dossier {code} – {procedure} was filed online.',
    },
  },
  accepted: {
    title: { vi: 'Hồ sơ được tiếp nhận', en: 'Dossier accepted' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} đã được tiếp nhận.',
      en: 'Dossier {code} – {procedure} was accepted.',
    },
  },
  'rejected-at-intake': {
    title: { vi: 'Hồ sơ không được tiếp nhận', en: 'Dossier not accepted' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} không được tiếp nhận. Lý do: {reason}',
      en: 'Dossier {code} – {procedure} was not accepted. Reason: {reason}',
    },
  },
  'in-progress': {
    title: { vi: 'Hồ sơ đang được giải quyết', en: 'Dossier in progress' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} đang được giải quyết.',
      en: 'Dossier {code} – {procedure} is being handled.',
    },
  },
  'supplement-requested': {
    title: { vi: 'Yêu cầu bổ sung hồ sơ', en: 'Supplement requested' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} cần bổ sung, hoàn thiện: {reason}',
      en: 'Dossier {code} – {procedure} needs a supplement: {reason}',
    },
  },
  supplemented: {
    title: { vi: 'Hồ sơ đã được bổ sung', en: 'Dossier supplemented' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} đã được bổ sung.',
      en: 'Dossier {code} – {procedure} was supplemented.',
    },
  },
  'payment-required': {
    title: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment required' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} cần thực hiện nghĩa vụ tài chính: {reason}',
      en: 'Dossier {code} – {procedure} awaits a payment: {reason}',
    },
  },
  'withdrawal-requested': {
    title: { vi: 'Đề nghị rút hồ sơ', en: 'Withdrawal requested' },
    text: {
      vi: 'Người nộp đề nghị rút hồ sơ {code} – {procedure}. Lý do: {reason}',
      en: 'The applicant asks to withdraw dossier {code} – {procedure}. Reason: {reason}',
    },
  },
  suspended: {
    title: { vi: 'Hồ sơ tạm dừng xử lý', en: 'Dossier suspended' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} tạm dừng xử lý. Lý do: {reason}',
      en: 'Dossier {code} – {procedure} was suspended. Reason: {reason}',
    },
  },
  stopped: {
    title: { vi: 'Hồ sơ dừng xử lý', en: 'Dossier stopped' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} đã dừng xử lý. Lý do: {reason}',
      en: 'Dossier {code} – {procedure} was stopped. Reason: {reason}',
    },
  },
  resolved: {
    title: { vi: 'Đã có kết quả', en: 'Result ready' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} đã có kết quả, sẵn sàng trả cho người nộp.',
      en: 'The result of dossier {code} – {procedure} is ready.',
    },
  },
  returned: {
    title: { vi: 'Đã trả kết quả', en: 'Result returned' },
    text: {
      vi: 'Kết quả hồ sơ {code} – {procedure} đã được trả.',
      en: 'The result of dossier {code} – {procedure} was handed over.',
    },
  },
  'due-changed': {
    title: { vi: 'Thay đổi ngày hẹn trả kết quả', en: 'Due date changed' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} được hẹn trả kết quả lại: {dueAt}. Lý do: {reason}',
      en: 'The result of dossier {code} – {procedure} is now due {dueAt}. Reason: {reason}',
    },
  },
  apologise: {
    title: { vi: 'Xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology and new appointment' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} chậm trả kết quả; cơ quan giải quyết xin lỗi và hẹn lại {dueAt}. Lý do: {reason}',
      en: 'The result of dossier {code} – {procedure} is delayed; the agency apologises and promises it for {dueAt}. Reason: {reason}',
    },
  },
  'task-opened': {
    title: { vi: 'Việc mới', en: 'New task' },
    text: {
      vi: 'Bước “{step}” của hồ sơ {code} – {procedure} chờ xử lý; hạn {dueAt}.',
      en: 'Step “{step}” of dossier {code} – {procedure} awaits you; due {dueAt}.',
    },
  },
  'task-delegated': {
    title: { vi: 'Việc được giao', en: 'Task given to you' },
    text: {
      vi: 'Bước “{step}” của hồ sơ {code} – {procedure} được giao cho bạn. Lý do: {reason}',
      en: 'Step “{step}” of dossier {code} – {procedure} was given to you. Reason: {reason}',
    },
  },
  'task-due-soon': {
    title: { vi: 'Việc sắp đến hạn', en: 'Task due soon' },
    text: {
      vi: 'Bước “{step}” của hồ sơ {code} sắp đến hạn: {dueAt}.',
      en: 'Step “{step}” of dossier {code} is due soon: {dueAt}.',
    },
  },
  'task-overdue': {
    title: { vi: 'Việc quá hạn', en: 'Task overdue' },
    text: {
      vi: 'Bước “{step}” của hồ sơ {code} đã quá hạn từ {dueAt}.',
      en: 'Step “{step}” of dossier {code} is overdue since {dueAt}.',
    },
  },
  'consultation-overdue': {
    title: { vi: 'Cơ quan phối hợp chậm trả lời', en: 'Consultation late' },
    text: {
      vi: 'Bước “{step}” của hồ sơ {code} – {procedure} chưa được cơ quan phối hợp trả lời (hạn {dueAt}).',
      en: 'Step “{step}” of dossier {code} – {procedure} was not answered by the agency consulted (due {dueAt}).',
    },
  },
  'due-soon': {
    title: { vi: 'Hồ sơ sắp đến hạn', en: 'Dossier due soon' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} phải trả kết quả {dueAt}.',
      en: 'Dossier {code} – {procedure} is due {dueAt}.',
    },
  },
  'delay-foreseen': {
    title: { vi: 'Dự báo trễ hạn', en: 'Delay foreseen' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} có nguy cơ trễ hạn ({dueAt}). Nếu không kịp, hãy ký phiếu đề nghị gia hạn đã dự thảo.',
      en: 'Dossier {code} – {procedure} may be late (due {dueAt}). If so, sign the drafted extension slip.',
    },
  },
  overdue: {
    title: { vi: 'Hồ sơ quá hạn', en: 'Dossier overdue' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} đã quá hạn trả kết quả ({dueAt}). Hãy ký phiếu xin lỗi và hẹn lại ngày trả đã dự thảo.',
      en: 'Dossier {code} – {procedure} is overdue (due {dueAt}). Sign the drafted apology with its new date.',
    },
  },
  'intake-late': {
    title: { vi: 'Chậm trả lời hồ sơ trực tuyến', en: 'Online dossier unanswered' },
    text: {
      vi: 'Hồ sơ trực tuyến {code} – {procedure} chưa được trả lời trong 08 giờ làm việc.',
      en: 'Online dossier {code} – {procedure} was not answered within 8 working hours.',
    },
  },
  'transfer-late': {
    title: { vi: 'Chậm chuyển hồ sơ', en: 'Hand-over late' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} phải được chuyển đến cơ quan giải quyết trước {dueAt}.',
      en: 'Dossier {code} – {procedure} had to be with the resolving body by {dueAt}.',
    },
  },
  'supplement-late': {
    title: { vi: 'Hết thời hạn bổ sung', en: 'Supplement not received' },
    text: {
      vi: 'Người nộp chưa bổ sung hồ sơ {code} – {procedure} (hạn {dueAt}). Có thể dừng giải quyết hoặc từ chối.',
      en: 'The applicant has not completed dossier {code} – {procedure} (by {dueAt}). It may be closed.',
    },
  },
  'document-submitted': {
    title: { vi: 'Văn bản trình ký', en: 'A paper to sign' },
    text: {
      vi: 'Hồ sơ {code} – {procedure} có văn bản chờ ký.',
      en: 'A paper of dossier {code} – {procedure} waits for a signature.',
    },
  },
  'document-sent-back': {
    title: { vi: 'Dự thảo bị trả lại', en: 'A draft was sent back' },
    text: {
      vi: 'Dự thảo của hồ sơ {code} – {procedure} bị trả lại: {reason}',
      en: 'A draft of dossier {code} – {procedure} was sent back: {reason}',
    },
  },
  incident: {
    title: { vi: 'Quy trình gặp sự cố', en: 'The process met an incident' },
    text: {
      vi: 'Quy trình của hồ sơ {code} – {procedure} dừng tại “{step}”: {reason}',
      en: 'The process of dossier {code} – {procedure} stopped at “{step}”: {reason}',
    },
  },
};

/** What an applicant is told with each change: agency, person, and when it came, was handled and is returned (R135). */
export const STANDING: Localised = {
  vi: '{agency}; người thực hiện: {by}, lúc {changedAt}; tiếp nhận: {receivedAt}[; hẹn trả kết quả: {dueAt}][; đã trả kết quả: {returnedAt}].',
  en: '{agency}; by {by} at {changedAt}; received: {receivedAt}[; the result is due: {dueAt}][; handed over: {returnedAt}].',
};

/** A letter to an applicant: which agency, who handles it, when it came and when it is due (R135; NĐ224 Đ.15.1g). */
export const LETTER: { subject: string; lines: readonly string[]; short: readonly string[] } = {
  subject: 'Hồ sơ {code}: {title}',
  lines: [
    'Kính gửi: {applicant}',
    '',
    '{text}',
    '',
    'Cơ quan tiếp nhận và trả kết quả: {receiving}',
    'Cơ quan giải quyết: {competent}',
    'Người thực hiện: {by}',
    'Thời điểm thực hiện: {changedAt}',
    'Tiếp nhận: {receivedAt}',
    'Hẹn trả kết quả: {dueAt}',
    '[Đã trả kết quả: {returnedAt}]',
    '',
    'Tra cứu tình trạng hồ sơ: {address}',
  ],
  // to a telephone: what has changed, who has it, and where to read on
  short: ['{text}', '{standing}', 'Tra cứu: {address}'],
};
