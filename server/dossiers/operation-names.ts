import type { Operation } from '../contract/dossiers.ts';

/** What each operation is called, on buttons of the API's page and in what a refusal says is possible. */
export const OPERATION_NAMES: Record<Operation, { vi: string; en: string }> = {
  accept: { vi: 'Tiếp nhận hồ sơ nộp trực tuyến', en: 'Accept a dossier filed online' },
  refuse: { vi: 'Từ chối tiếp nhận hoặc từ chối giải quyết', en: 'Refuse' },
  'request-supplement': { vi: 'Yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Ask for a supplement' },
  supplement: { vi: 'Nộp bổ sung', en: 'Supplement' },
  'request-payment': { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Ask for a payment' },
  pay: { vi: 'Ghi nhận đã nộp tiền', en: 'Record a payment' },
  suspend: { vi: 'Tạm dừng xử lý', en: 'Suspend' },
  resume: { vi: 'Tiếp tục xử lý', en: 'Resume' },
  extend: { vi: 'Gia hạn thời gian giải quyết', en: 'Extend' },
  apologise: { vi: 'Xin lỗi và hẹn lại ngày trả kết quả', en: 'Apologise and name a new date' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  transfer: { vi: 'Chuyển đơn vị có thẩm quyền', en: 'Transfer' },
  finish: { vi: 'Kết thúc giải quyết, có kết quả', en: 'Finish with a result' },
  correct: { vi: 'Sửa kết quả chưa trả', en: 'Correct a result before its return' },
  return: { vi: 'Trả kết quả', en: 'Return the result' },
};

/** Several operations as one phrase: `gia hạn; trả kết quả`; in words when there is none. */
export const namesOf = (operations: readonly Operation[]): { vi: string; en: string } => ({
  vi: operations.map((operation) => OPERATION_NAMES[operation].vi).join('; ') || 'không còn thao tác nào',
  en: operations.map((operation) => OPERATION_NAMES[operation].en).join('; ') || 'nothing any more',
});
