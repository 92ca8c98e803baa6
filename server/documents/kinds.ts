/** Kinds of papers the runtime issues by itself; procedures add their own (domain 2). */

export interface DocumentKind {
  title: { vi: string; en: string };
  /** after the number in the book: `Số: 12/PYCBS` */
  symbol: string;
  /** whom it is written to; the applicant when absent */
  to?: 'counter';
  /** whose paper it is, with its letterhead and its book of numbers; the counter's that took the dossier in when absent */
  by?: 'resolver';
  /** made by steps and operations alone: nobody drafts one */
  isAutomatic?: true;
  /** goes from office to office, never to the applicant */
  staysInside?: true;
  /** the operation that issues it, when it does more than that: an extension slip moves the due date (R095) */
  operation?: 'extend' | 'apologise';
}

export const DOCUMENT_KINDS: Record<string, DocumentKind> = {
  receipt: {
    title: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt and appointment slip' },
    symbol: 'TNHS',
    isAutomatic: true,
  },
  'supplement-request': {
    title: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Supplement request' },
    symbol: 'PYCBS',
  },
  refusal: { title: { vi: 'Phiếu từ chối giải quyết hồ sơ', en: 'Refusal slip' }, symbol: 'PTC' },
  extension: {
    title: { vi: 'Phiếu đề nghị gia hạn thời gian giải quyết', en: 'Extension notice' },
    symbol: 'PGH',
    // R091: the resolving body asks the counter, which changes the appointment (R095)
    by: 'resolver',
    to: 'counter',
    staysInside: true,
    operation: 'extend',
  },
  apology: {
    title: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology and new appointment' },
    symbol: 'PXL',
    // R091: it is the resolving body that is late
    by: 'resolver',
    operation: 'apologise',
  },
  'stop-notice': {
    title: { vi: 'Thông báo dừng giải quyết hồ sơ', en: 'Notice of discontinuation' },
    symbol: 'TBD',
  },
  'payment-notice': {
    title: { vi: 'Thông báo nghĩa vụ tài chính', en: 'Payment notice' },
    symbol: 'TBTC',
  },
  'control-slip': {
    title: { vi: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Control slip' },
    symbol: 'PKS',
    isAutomatic: true,
    staysInside: true,
  },
  'return-slip': {
    title: { vi: 'Phiếu trả kết quả', en: 'Hand-over slip' },
    symbol: 'PTKQ',
    isAutomatic: true,
  },
  result: {
    title: { vi: 'Thông báo kết quả giải quyết', en: 'Notice of the result' },
    symbol: 'KQ',
    by: 'resolver',
  },
};

/** Receipts whose title bears a QR of their own, which leads to the dossier's look-up (R103). */
const WITH_LOOK_UP = new Set(['receipt', 'receipt-certification', 'receipt-detailed', 'receipt-two-phase']);

export const carriesLookUp = (kind: string): boolean => WITH_LOOK_UP.has(kind);

/** The unit of a dossier whose paper a kind is. */
export const issuingUnit = (kind: string, units: { receiving: string; competent: string }): string =>
  DOCUMENT_KINDS[kind]?.by === 'resolver' ? units.competent : units.receiving;

export const documentSymbol = (kind: string): string =>
  DOCUMENT_KINDS[kind]?.symbol ?? kind.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** As a paper carries it, two digits at least: `01/TNHS` (NĐ 30/2020, Phụ lục I, II.3). */
export const documentNumber = (number: number, symbol: string): string =>
  `${String(number).padStart(2, '0')}/${symbol}`;

/** The name of a kind; a procedure's own kind is named by its template. */
export const documentTitle = (kind: string, language: 'vi' | 'en', fallback = kind): string =>
  DOCUMENT_KINDS[kind]?.title[language] ?? fallback;
