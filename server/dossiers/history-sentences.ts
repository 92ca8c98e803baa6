/** What each kind of history entry says, in one sentence. */
import type { StatusKey } from '../contract/dossiers.ts';
import { documentTitle } from '../documents/kinds.ts';
import type { HistoryEntry } from './records.ts';
import { STATUSES } from './statuses.ts';

type Sentence = (entry: HistoryEntry) => string;

/** The sentence of an entry; a kind without one shows its name, so that the gap is seen. */
export const historySentence = (entry: HistoryEntry, language: 'vi' | 'en'): string =>
  SENTENCES[entry.type]?.[language](entry) ?? entry.type;

const SENTENCES: Record<string, { vi: Sentence; en: Sentence }> = {
  'dossier-filed': {
    vi: ({ actor }) => `${actor.name} ghi nhận hồ sơ`,
    en: ({ actor }) => `${actor.name} entered the dossier`,
  },
  backdated: {
    vi: ({ actor, after }) =>
      `${actor.name} nhập lại hồ sơ giấy đã tiếp nhận lúc ${moment(field(after, 'receivedAt'))}`,
    en: ({ actor, after }) =>
      `${actor.name} entered what was taken in on paper on ${moment(field(after, 'receivedAt'))}`,
  },
  status: {
    vi: ({ after }) => `Trạng thái chuyển sang “${label(after, 'vi')}”`,
    en: ({ after }) => `Status became “${label(after, 'en')}”`,
  },
  'due-changed': {
    vi: ({ before, after }) =>
      before === undefined
        ? `Hẹn trả kết quả lúc ${moment(after)}`
        : `Ngày hẹn trả đổi từ ${moment(before)} sang ${moment(after)}`,
    en: ({ before, after }) =>
      before === undefined
        ? `Due on ${moment(after)}`
        : `Due date moved from ${moment(before)} to ${moment(after)}`,
  },
  'document-issued': {
    vi: ({ after }) => `Ban hành ${documentTitle(text(after, 'kind'), 'vi')}`,
    en: ({ after }) => `Issued: ${documentTitle(text(after, 'kind'), 'en')}`,
  },
  'document-without-template': {
    vi: ({ after }) => `Chưa có mẫu văn bản để lập ${documentTitle(text(after, 'kind'), 'vi')}`,
    en: ({ after }) => `No template for: ${documentTitle(text(after, 'kind'), 'en')}`,
  },
  'document-drafted': {
    vi: ({ after }) => `Dự thảo ${documentTitle(text(after, 'kind'), 'vi')}, chờ ký`,
    en: ({ after }) => `Drafted for signature: ${documentTitle(text(after, 'kind'), 'en')}`,
  },
  'draft-withdrawn': {
    vi: ({ after }) => `Dự thảo ${documentTitle(text(after, 'kind'), 'vi')} không còn cần`,
    en: ({ after }) => `Draft no longer needed: ${documentTitle(text(after, 'kind'), 'en')}`,
  },
  'document-revised': {
    vi: ({ actor, after }) => `${actor.name} sửa dự thảo ${paperOf(after, 'vi')}`,
    en: ({ actor, after }) => `${actor.name} revised the draft: ${paperOf(after, 'en')}`,
  },
  'document-submitted': {
    vi: ({ actor, after }) => `${actor.name} trình ký ${paperOf(after, 'vi')}`,
    en: ({ actor, after }) => `${actor.name} submitted for signature: ${paperOf(after, 'en')}`,
  },
  'document-signed': {
    vi: ({ actor, after }) => `${actor.name} ký ${paperOf(after, 'vi')}`,
    en: ({ actor, after }) => `${actor.name} signed: ${paperOf(after, 'en')}`,
  },
  'document-sent-back': {
    vi: ({ actor, after }) => `${actor.name} trả lại dự thảo ${paperOf(after, 'vi')}`,
    en: ({ actor, after }) => `${actor.name} sent the draft back: ${paperOf(after, 'en')}`,
  },
  'document-sent': {
    vi: ({ after }) => `Gửi ${paperOf(after, 'vi')} cho ${text(after, 'to')}`,
    en: ({ after }) => `Sent to ${text(after, 'to')}: ${paperOf(after, 'en')}`,
  },
  'document-reissued': {
    vi: ({ actor, before, after }) =>
      `${actor.name} ban hành lại ${paperOf(after, 'vi')}, thay thế số ${text(before, 'number')}`,
    en: ({ actor, before, after }) =>
      `${actor.name} reissued in place of ${text(before, 'number')}: ${paperOf(after, 'en')}`,
  },
  'document-withdrawn': {
    vi: ({ actor, after }) => `${actor.name} thu hồi ${paperOf(after, 'vi')}, số ${text(after, 'number')}`,
    en: ({ actor, after }) => `${actor.name} withdrew ${text(after, 'number')}: ${paperOf(after, 'en')}`,
  },
  'due-soon': {
    vi: ({ after }) => `Sắp đến hạn trả kết quả: ${moment(field(after, 'dueAt'))}`,
    en: ({ after }) => `Due soon: ${moment(field(after, 'dueAt'))}`,
  },
  'delay-foreseen': {
    vi: ({ after }) => `Dự báo trễ hạn: phải trả kết quả trước ${moment(field(after, 'dueAt'))}`,
    en: ({ after }) => `A delay is foreseen: due ${moment(field(after, 'dueAt'))}`,
  },
  overdue: {
    vi: ({ after }) => `Quá hạn trả kết quả (hẹn lúc ${moment(field(after, 'dueAt'))})`,
    en: ({ after }) => `Overdue since ${moment(field(after, 'dueAt'))}`,
  },
  'intake-late': {
    vi: ({ after }) => `Quá thời hạn trả lời hồ sơ trực tuyến (${moment(field(after, 'dueAt'))})`,
    en: ({ after }) => `The answer to an online dossier is late (${moment(field(after, 'dueAt'))})`,
  },
  'transfer-late': {
    vi: ({ after }) => `Quá thời hạn chuyển hồ sơ đến cơ quan giải quyết (${moment(field(after, 'dueAt'))})`,
    en: ({ after }) => `The hand-over to the resolving body is late (${moment(field(after, 'dueAt'))})`,
  },
  'supplement-late': {
    vi: ({ after }) => `Quá thời hạn bổ sung hồ sơ (${moment(field(after, 'dueAt'))})`,
    en: ({ after }) => `The time to complete the dossier is over (${moment(field(after, 'dueAt'))})`,
  },
  'task-due-soon': {
    vi: ({ elementName, after }) => `Bước “${elementName}” sắp đến hạn: ${moment(field(after, 'dueAt'))}`,
    en: ({ elementName, after }) => `Step “${elementName}” is due soon: ${moment(field(after, 'dueAt'))}`,
  },
  'task-overdue': {
    vi: ({ elementName, after }) => `Bước “${elementName}” quá hạn từ ${moment(field(after, 'dueAt'))}`,
    en: ({ elementName, after }) => `Step “${elementName}” is overdue since ${moment(field(after, 'dueAt'))}`,
  },
  'consultation-overdue': {
    vi: ({ elementName, after }) =>
      `${text(after, 'unitName')} chậm trả lời bước “${elementName}” (hạn ${moment(field(after, 'dueAt'))})`,
    en: ({ elementName, after }) =>
      `${text(after, 'unitName')} is late with step “${elementName}” (due ${moment(field(after, 'dueAt'))})`,
  },
  'task-opened': {
    vi: ({ elementName, after }) => `Mở bước “${elementName}” tại ${text(after, 'unitName')}`,
    en: ({ elementName, after }) => `Step “${elementName}” opened at ${text(after, 'unitName')}`,
  },
  'task-completed': {
    vi: ({ actor, elementName }) => `${actor.name} hoàn thành bước “${elementName}”`,
    en: ({ actor, elementName }) => `${actor.name} completed step “${elementName}”`,
  },
  'task-cancelled': {
    vi: ({ elementName }) => `Bước “${elementName}” không còn phải làm`,
    en: ({ elementName }) => `Step “${elementName}” is no longer needed`,
  },
  'task-claimed': {
    vi: ({ actor, elementName }) => `${actor.name} nhận bước “${elementName}”`,
    en: ({ actor, elementName }) => `${actor.name} claimed step “${elementName}”`,
  },
  'task-released': {
    vi: ({ actor, elementName }) => `${actor.name} trả lại bước “${elementName}”`,
    en: ({ actor, elementName }) => `${actor.name} released step “${elementName}”`,
  },
  'task-delegated': {
    vi: ({ elementName, after }) => `Bước “${elementName}” được giao cho ${text(after, 'assigneeName')}`,
    en: ({ elementName, after }) => `Step “${elementName}” was given to ${text(after, 'assigneeName')}`,
  },
  'task-recalled': {
    vi: ({ actor, elementName }) => `${actor.name} thu hồi bước “${elementName}”`,
    en: ({ actor, elementName }) => `${actor.name} recalled step “${elementName}”`,
  },
  'timer-fired': {
    vi: ({ elementName }) => `Đến hạn: ${elementName}`,
    en: ({ elementName }) => `Timer fired: ${elementName}`,
  },
  'service-done': {
    vi: ({ elementName }) => `Hệ thống thực hiện xong “${elementName}”`,
    en: ({ elementName }) => `The system completed “${elementName}”`,
  },
  'service-failed': {
    vi: ({ elementName }) => `Hệ thống không thực hiện được “${elementName}”`,
    en: ({ elementName }) => `The system could not do “${elementName}”`,
  },
  incident: {
    vi: ({ elementName = '' }) => `Quy trình vướng tại “${elementName}”, cần xử lý`,
    en: ({ elementName = '' }) => `The process met an incident at “${elementName}”`,
  },
  'incident-resolved': {
    vi: ({ elementName = '' }) => `Chỗ vướng “${elementName}” không còn`,
    en: ({ elementName = '' }) => `The incident at “${elementName}” is over`,
  },
  'incident-retried': {
    vi: ({ actor, elementName, after }) =>
      `${actor.name} ${after ? 'sửa dữ liệu và ' : ''}cho chạy lại “${elementName}”`,
    en: ({ actor, elementName, after }) =>
      `${actor.name} ${after ? 'corrected the data and ' : ''}had “${elementName}” tried again`,
  },
  jumped: {
    vi: ({ actor, elementName }) => `${actor.name} chuyển hồ sơ đến bước “${elementName}”`,
    en: ({ actor, elementName }) => `${actor.name} moved the dossier to step “${elementName}”`,
  },
  'message-thrown': {
    vi: ({ after }) => `Gửi thông điệp “${text(after, 'name')}” tới hồ sơ đang chờ`,
    en: ({ after }) => `Message “${text(after, 'name')}” sent to the dossier that waits for it`,
  },
  'message-received': {
    vi: ({ after }) => `Nhận thông điệp “${text(after, 'name')}”`,
    en: ({ after }) => `Message “${text(after, 'name')}” received`,
  },
  'message-unheard': {
    vi: ({ after }) => `Không có hồ sơ nào chờ thông điệp “${text(after, 'name')}”`,
    en: ({ after }) => `No dossier waits for the message “${text(after, 'name')}”`,
  },
  'message-ambiguous': {
    vi: ({ after }) => `Nhiều hồ sơ cùng chờ thông điệp “${text(after, 'name')}”, không hồ sơ nào nhận`,
    en: ({ after }) => `Several dossiers wait for the message “${text(after, 'name')}”; none got it`,
  },
  'signal-thrown': {
    vi: ({ after }) => `Phát tín hiệu “${text(after, 'name')}”`,
    en: ({ after }) => `Signal “${text(after, 'name')}” sent`,
  },
  'signal-received': {
    vi: ({ after }) => `Nhận tín hiệu “${text(after, 'name')}”`,
    en: ({ after }) => `Signal “${text(after, 'name')}” received`,
  },
  migrated: {
    vi: ({ actor, before, after }) =>
      `${actor.name} chuyển hồ sơ từ phiên bản quy trình ${text(before, 'version')} sang ${text(after, 'version')}`,
    en: ({ actor, before, after }) =>
      `${actor.name} moved it from version ${text(before, 'version')} of the process to ${text(after, 'version')}`,
  },
  recounted: {
    vi: ({ actor }) => `${actor.name} tính lại thời hạn theo lịch làm việc đã thay đổi`,
    en: ({ actor }) => `${actor.name} had the time counted again on the changed calendar`,
  },
  'process-ended': { vi: () => 'Quy trình kết thúc', en: () => 'The process ended' },
  refuse: {
    vi: ({ actor }) => `${actor.name} từ chối hồ sơ`,
    en: ({ actor }) => `${actor.name} refused the dossier`,
  },
  'request-supplement': {
    vi: ({ actor }) => `${actor.name} yêu cầu bổ sung, hoàn thiện hồ sơ`,
    en: ({ actor }) => `${actor.name} asked for a supplement`,
  },
  supplement: { vi: () => 'Hồ sơ được bổ sung', en: () => 'The dossier was supplemented' },
  'request-payment': {
    vi: ({ actor }) => `${actor.name} thông báo nghĩa vụ tài chính`,
    en: ({ actor }) => `${actor.name} requested a payment`,
  },
  pay: {
    vi: ({ after }) => `Đã nộp ${amount(after)} đồng`,
    en: ({ after }) => `Paid ${amount(after)} VND`,
  },
  suspend: {
    vi: ({ actor }) => `${actor.name} tạm dừng xử lý`,
    en: ({ actor }) => `${actor.name} suspended the work`,
  },
  resume: {
    vi: ({ actor }) => `${actor.name} cho tiếp tục xử lý`,
    en: ({ actor }) => `${actor.name} resumed the work`,
  },
  extend: {
    vi: ({ actor }) => `${actor.name} gia hạn`,
    en: ({ actor }) => `${actor.name} extended the limit`,
  },
  apologise: {
    vi: ({ after }) => `Xin lỗi và hẹn lại ngày ${moment(field(after, 'promisedAt'))}`,
    en: ({ after }) => `Apologised; promised for ${moment(field(after, 'promisedAt'))}`,
  },
  withdraw: { vi: () => 'Người nộp đề nghị rút hồ sơ', en: () => 'The applicant asked to withdraw' },
  transfer: {
    vi: ({ after }) => `Chuyển hồ sơ đến ${text(after, 'unitName')}`,
    en: ({ after }) => `Transferred to ${text(after, 'unitName')}`,
  },
  finish: {
    vi: ({ actor }) => `${actor.name} kết thúc giải quyết`,
    en: ({ actor }) => `${actor.name} resolved it`,
  },
  correct: {
    vi: ({ actor, after }) =>
      `${actor.name} yêu cầu sửa kết quả, làm lại từ bước “${text(after, 'stepName')}”`,
    en: ({ actor, after }) =>
      `${actor.name} had the result corrected, from step “${text(after, 'stepName')}”`,
  },
  return: {
    vi: ({ after }) => `Trả kết quả cho ${text(after, 'to')}`,
    en: ({ after }) => `Result handed to ${text(after, 'to')}`,
  },
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const paperOf = (value: unknown, language: 'vi' | 'en'): string =>
  documentTitle(text(value, 'kind'), language);
const text = (value: unknown, name: string): string => String(field(value, name) ?? '');
const label = (status: unknown, language: 'vi' | 'en'): string =>
  STATUSES[status as StatusKey].label[language];
const amount = (payment: unknown): string => Number(field(payment, 'amount')).toLocaleString('vi-VN');

/** `09 giờ 30, 17/04/2026` in local time. */
function moment(instant: unknown): string {
  const wall = new Date(Date.parse(String(instant)) + 7 * 3_600_000).toISOString();
  return `${wall.slice(11, 13)} giờ ${wall.slice(14, 16)}, ${wall.slice(8, 10)}/${wall.slice(5, 7)}/${wall.slice(0, 4)}`;
}
