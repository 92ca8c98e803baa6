/** Actions and states of papers as people call them, in problems. */
import type { DocumentAction, DocumentState } from '../contract/documents.ts';

type Names = { vi: string; en: string };

export const ACTION_NAMES: Record<DocumentAction, Names> = {
  revise: { vi: 'sửa dự thảo', en: 'revise' },
  submit: { vi: 'trình ký', en: 'submit for signature' },
  sign: { vi: 'ký', en: 'sign' },
  'send-back': { vi: 'trả lại dự thảo', en: 'send back' },
  issue: { vi: 'ban hành', en: 'issue' },
  send: { vi: 'ghi nhận đã gửi', en: 'record as sent' },
  reissue: { vi: 'ban hành lại', en: 'reissue' },
  withdraw: { vi: 'thu hồi', en: 'withdraw' },
};

export const DOCUMENT_STATES: Record<DocumentState, Names> = {
  draft: { vi: 'Dự thảo', en: 'draft' },
  'for-signature': { vi: 'Đang trình ký', en: 'for signature' },
  signed: { vi: 'Đã ký, chưa ban hành', en: 'signed, not issued' },
  printing: { vi: 'Đã ban hành, đang tạo tệp', en: 'issued, being printed' },
  issued: { vi: 'Đã ban hành', en: 'issued' },
  sent: { vi: 'Đã gửi', en: 'sent' },
  replaced: { vi: 'Đã bị thay thế', en: 'replaced' },
  withdrawn: { vi: 'Đã thu hồi', en: 'withdrawn' },
};
