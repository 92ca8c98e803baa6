/** What a paper can say: the data every template is given, typed, and described for those who write templates. */
import type { Sentence } from './template-problem.ts';

/** Instants are ISO-8601 UTC, days `YYYY-MM-DD`. Blank texts are '', so that a template may name them. */
export type PaperData = {
  /** the agency that issues the paper, as its head block names it */
  unit: { parentName: string; name: string; address: string; phone: string; website: string };
  /**
   * `number` with its symbol, `015/TTPVHCC`; `qr` the public address that tells whether the paper is genuine;
   * `replaces` number and day of the paper whose place this one takes
   */
  doc: { number: string; title: string; qr: string; replaces: string };
  /** place name before the date, `An Giang` */
  place: string;
  issuedAt: string;
  /** `Liên 2: Giao cho công dân` */
  copyLabel: string;
  /** name of this system, for the structured QR (TT 01/2023 Art. 26) */
  system: { name: string };
  dossier: {
    code: string;
    /** the public look-up address, without any personal number (R103, 3.3) */
    qr: string;
    setCount: number;
    /** `trực tiếp`, `trực tuyến`, `bưu chính` */
    channel: string;
    receivedAt: string;
    dueAt: string;
    originalDueAt: string;
  };
  counter: { name: string; phone: string };
  /** working time to the due date, or past it, when the paper is issued: `P2DT4H` (use workingTime) */
  calendar: { left: string; late: string };
  applicant: { fullName: string; identifier: string; address: string; phone: string; email: string };
  procedure: {
    code: string;
    name: string;
    field: string;
    requestSummary: string;
    statutoryDays: number;
    timeLimit: { amount: number; unit: 'working-days' | 'working-hours' | 'calendar-days' | 'same-day' };
  };
  components: PaperComponent[];
  result: { name: string; deliveryPlace: string };
  ledger: { book: string; serial: string };
  submitter: { name: string };
  receiver: { name: string; phone: string; signature: string };
  /** who signs for the agency: `Giám đốc`, name, and the text of a digital signature */
  signer: { title: string; name: string; signature: string };
  addressee: { name: string };
  reason: string;
  recipients: string[];
  supplement: { papers: PaperComponent[]; stage: string; days: number };
  refusal: { stage: string };
  /** apology and extension alike: the new appointment */
  appointment: { newDueAt: string };
  extension: { times: number; time: string; progress: string };
  stop: { requestedAt: string; request: string; stoppedAt: string; originals: string; fees: string };
  /** what has to be paid, until when, and whether it has been: `chưa nộp` */
  payment: { items: PaperFee[]; total: number; dueAt: string; state: string };
  /** the second appointment of a dossier in two phases (land: once the tax is paid) */
  secondPhase: { receivedAt: string; dueAt: string };
  /** where the tax notice of a land dossier is collected */
  taxNotice: { place: string };
  resolver: { name: string; partners: string };
  handovers: Handover[];
  returned: {
    at: string;
    by: string;
    byPhone: string;
    to: string;
    toPhone: string;
    method: string;
    kind: string;
    number: string;
    summary: string;
  };
  register: { from: string; to: string; rows: RegisterRow[] };
  /** results on their way from one unit to another */
  delivery: { giver: string; receiver: string; rows: DeliveryRow[] };
  /** accounts asked for, changed or listed (An Giang, Mẫu 1-3) */
  accounts: { holder: AccountHolder; contact: AccountContact; rows: AccountRow[] };
  /** what the applicant filled in, by the names of the e-form's schema */
  form: Record<string, unknown>;
};

export type PaperComponent = {
  index: number;
  name: string;
  originals: number;
  certified: number;
  copies: number;
  note: string;
};

export type PaperFee = { name: string; amount: number; note: string };

/** One giver and receiver of the control slip (R104). */
export type Handover = {
  from: string;
  to: string;
  at: string;
  giver: string;
  receiver: string;
  /** `Trước hạn`, `Đúng hạn`, `Quá hạn` */
  outcome: string;
  note: string;
};

export type RegisterRow = {
  index: number;
  code: string;
  procedure: string;
  setCount: number;
  applicant: string;
  contact: string;
  resolver: string;
  receivedAt: string;
  dueAt: string;
  returnedAt: string;
  method: string;
  note: string;
};

export type DeliveryRow = {
  index: number;
  code: string;
  procedure: string;
  result: string;
  applicant: string;
  address: string;
  hasFee: boolean;
  isPostal: boolean;
};

/** Who takes the new accounts over for his agency. */
export type AccountHolder = {
  fullName: string;
  identifier: string;
  identifierIssuedAt: string;
  identifierPlace: string;
  title: string;
  phone: string;
  email: string;
  address: string;
};

export type AccountContact = { fullName: string; title: string; phone: string; email: string; unit: string };

export type AccountRow = {
  index: number;
  username: string;
  fullName: string;
  birthDate: string;
  /** number, day and place of issue in one text */
  identifier: string;
  email: string;
  title: string;
  phone: string;
  /** fields of procedures the person works in */
  fields: string;
  populationCount: number;
  populationFields: string;
  change: string;
  isRestored: boolean;
  isChanged: boolean;
  isRevoked: boolean;
  queriesPerDay: number;
};

export type CatalogueType = 'text' | 'number' | 'truth' | 'instant' | 'address' | 'list' | 'object';

/** One name a template may use; items of a list are named with `[]`. */
export type CatalogueEntry = {
  path: string;
  type: CatalogueType;
  describe: Sentence;
  /** of a field that is chosen from a list: what is kept, and what people read */
  options?: { value: string; label: Sentence }[];
};

/** Whether the catalogue, or some e-form (`form.…`), supplies a path named by a template. */
export const isInCatalogue = (path: string): boolean =>
  path === 'form' || path.startsWith('form.') || isKnown(path);

/**
 * Tells whether a path named by a template is supplied by the catalogue or by these fields of e-forms
 * (`form.ownerName`, `form.floors[].area`) and by no others.
 */
export function suppliedBy(fields: readonly CatalogueEntry[]): (path: string) => boolean {
  const known = new Set(fields.map(({ path }) => path));
  return (path) => path === 'form' || isKnown(path) || known.has(path) || known.has(parentOf(path));
}

/** Every name, in the order in which an editor offers them. */
export const CATALOGUE: CatalogueEntry[] = [
  entry('unit.parentName', 'text', 'Cơ quan cấp trên', 'Parent agency'),
  entry('unit.name', 'text', 'Cơ quan, đơn vị ban hành', 'Issuing agency'),
  entry('unit.address', 'text', 'Địa chỉ cơ quan', "Agency's address"),
  entry('unit.phone', 'text', 'Điện thoại cơ quan', "Agency's telephone"),
  entry('unit.website', 'text', 'Trang thông tin điện tử của cơ quan', "Agency's website"),
  entry('doc.number', 'text', 'Số, ký hiệu văn bản', 'Number and symbol of the paper'),
  entry('doc.title', 'text', 'Tên văn bản', 'Title of the paper'),
  entry(
    'doc.qr',
    'address',
    'Địa chỉ kiểm tra giấy tờ in trong mã QR',
    'Address that checks the paper, inside its QR',
  ),
  entry(
    'doc.replaces',
    'text',
    'Số, ngày của văn bản bị thay thế',
    'Number and day of the paper it replaces',
  ),
  entry('place', 'text', 'Địa danh', 'Place name'),
  entry('issuedAt', 'instant', 'Ngày ban hành', 'Date of issue'),
  entry('copyLabel', 'text', 'Nhãn liên', 'Copy label'),
  entry('system.name', 'text', 'Tên hệ thống', 'Name of the system'),
  entry('dossier.code', 'text', 'Mã số hồ sơ', 'Dossier code'),
  entry('dossier.qr', 'address', 'Địa chỉ tra cứu in trong mã QR', 'Look-up address inside the QR'),
  entry('dossier.setCount', 'number', 'Số bộ hồ sơ', 'Number of sets'),
  entry('dossier.channel', 'text', 'Hình thức nộp', 'Channel'),
  entry('dossier.receivedAt', 'instant', 'Thời gian nhận hồ sơ', 'Received at'),
  entry('dossier.dueAt', 'instant', 'Thời gian hẹn trả kết quả', 'Due at'),
  entry('dossier.originalDueAt', 'instant', 'Thời gian hẹn trả ban đầu', 'Originally due at'),
  entry('counter.name', 'text', 'Bộ phận tiếp nhận và trả kết quả', 'Counter'),
  entry('counter.phone', 'text', 'Điện thoại bộ phận tiếp nhận', "Counter's telephone"),
  entry(
    'calendar.left',
    'text',
    'Thời gian làm việc còn lại đến hạn trả (dùng với workingTime)',
    'Working time left (for workingTime)',
  ),
  entry(
    'calendar.late',
    'text',
    'Thời gian làm việc đã quá hạn (dùng với workingTime)',
    'Working time overdue (for workingTime)',
  ),
  entry('applicant.fullName', 'text', 'Họ tên người nộp, tên tổ chức', "Applicant's name"),
  entry('applicant.identifier', 'text', 'Số định danh cá nhân, tổ chức', "Applicant's identifier"),
  entry('applicant.address', 'text', 'Địa chỉ người nộp', "Applicant's address"),
  entry('applicant.phone', 'text', 'Điện thoại người nộp', "Applicant's telephone"),
  entry('applicant.email', 'text', 'Thư điện tử người nộp', "Applicant's e-mail"),
  entry('procedure.code', 'text', 'Mã thủ tục hành chính', 'Procedure code'),
  entry('procedure.name', 'text', 'Tên thủ tục hành chính', 'Procedure'),
  entry('procedure.field', 'text', 'Lĩnh vực', 'Field'),
  entry('procedure.requestSummary', 'text', 'Nội dung yêu cầu giải quyết', 'What is asked for'),
  entry('procedure.statutoryDays', 'number', 'Số ngày giải quyết theo quy định', 'Statutory days'),
  entry(
    'procedure.timeLimit',
    'object',
    'Thời hạn giải quyết (dùng với timeLimit)',
    'Time limit (for timeLimit)',
  ),
  entry('components', 'list', 'Thành phần hồ sơ', 'Papers handed in'),
  ...componentEntries('components[]'),
  entry('result.name', 'text', 'Tên kết quả giải quyết', 'Name of the result'),
  entry('result.deliveryPlace', 'text', 'Nơi đăng ký nhận kết quả', 'Where the result is collected'),
  entry('ledger.book', 'text', 'Quyển số', 'Register book'),
  entry('ledger.serial', 'text', 'Số thứ tự trong sổ', 'Number in the register'),
  entry('submitter.name', 'text', 'Người nộp hồ sơ', 'Who handed it in'),
  entry('receiver.name', 'text', 'Người tiếp nhận hồ sơ', 'Who took it in'),
  entry('receiver.phone', 'text', 'Điện thoại người tiếp nhận, hướng dẫn', 'Telephone of who took it in'),
  entry('receiver.signature', 'text', 'Chữ ký số của người tiếp nhận', 'Digital signature of who took it in'),
  entry('signer.title', 'text', 'Chức vụ người ký', "Signer's office"),
  entry('signer.name', 'text', 'Họ tên người ký', "Signer's name"),
  entry('signer.signature', 'text', 'Chữ ký số của người ký', "Signer's digital signature"),
  entry('addressee.name', 'text', 'Nơi kính gửi', 'Addressee'),
  entry('reason', 'text', 'Lý do', 'Reason'),
  entry('recipients', 'list', 'Nơi nhận', 'Recipients'),
  entry('supplement.papers', 'list', 'Giấy tờ phải bổ sung', 'Papers to add'),
  ...componentEntries('supplement.papers[]'),
  entry('supplement.stage', 'text', 'Giai đoạn yêu cầu bổ sung', 'Stage of the request'),
  entry('supplement.days', 'number', 'Số ngày để bổ sung', 'Days given'),
  entry('refusal.stage', 'text', 'Giai đoạn từ chối', 'Stage of the refusal'),
  entry('appointment.newDueAt', 'instant', 'Thời gian hẹn trả mới', 'New due time'),
  entry('extension.times', 'number', 'Lần gia hạn', 'Which extension'),
  entry('extension.time', 'text', 'Thời gian đề nghị gia hạn', 'Time asked for'),
  entry('extension.progress', 'text', 'Tình trạng giải quyết hồ sơ', 'Progress so far'),
  entry('stop.requestedAt', 'instant', 'Ngày đề nghị dừng', 'Stop asked for on'),
  entry('stop.request', 'text', 'Văn bản đề nghị dừng', 'Request to stop'),
  entry('stop.stoppedAt', 'instant', 'Thời điểm dừng giải quyết', 'Stopped at'),
  entry('stop.originals', 'text', 'Xử lý giấy tờ bản chính', 'What happens to originals'),
  entry('stop.fees', 'text', 'Xử lý phí, lệ phí đã nộp', 'What happens to fees paid'),
  entry('payment.items', 'list', 'Các khoản phí, lệ phí', 'Fees'),
  entry('payment.items[].name', 'text', 'Tên khoản phí, lệ phí', 'Name of the fee'),
  entry('payment.items[].amount', 'number', 'Số tiền (đồng)', 'Amount (đồng)'),
  entry('payment.items[].note', 'text', 'Ghi chú', 'Note'),
  entry('payment.total', 'number', 'Tổng số tiền (đồng)', 'Total (đồng)'),
  entry('payment.dueAt', 'instant', 'Hạn nộp', 'To be paid by'),
  entry('payment.state', 'text', 'Tình trạng nộp phí, lệ phí', 'Whether it has been paid'),
  entry('secondPhase.receivedAt', 'instant', 'Thời gian nhận hồ sơ giai đoạn 2', 'Second phase: received at'),
  entry('secondPhase.dueAt', 'instant', 'Thời gian trả kết quả giai đoạn 2', 'Second phase: due at'),
  entry('taxNotice.place', 'text', 'Nơi nhận thông báo thuế', 'Where the tax notice is collected'),
  entry('resolver.name', 'text', 'Cơ quan giải quyết hồ sơ', 'Resolving agency'),
  entry('resolver.partners', 'text', 'Cơ quan phối hợp giải quyết', 'Agencies consulted'),
  entry('handovers', 'list', 'Các lần giao, nhận hồ sơ', 'Hand-overs'),
  entry('handovers[].from', 'text', 'Bên giao', 'From'),
  entry('handovers[].to', 'text', 'Bên nhận', 'To'),
  entry('handovers[].at', 'instant', 'Thời gian giao, nhận', 'At'),
  entry('handovers[].giver', 'text', 'Người giao', 'Giver'),
  entry('handovers[].receiver', 'text', 'Người nhận', 'Receiver'),
  entry('handovers[].outcome', 'text', 'Trước hạn, đúng hạn, quá hạn', 'Early, on time, late'),
  entry('handovers[].note', 'text', 'Ghi chú', 'Note'),
  entry('returned.at', 'instant', 'Ngày trả kết quả', 'Returned at'),
  entry('returned.by', 'text', 'Người trả kết quả', 'Returned by'),
  entry('returned.byPhone', 'text', 'Điện thoại người trả', "Returner's telephone"),
  entry('returned.to', 'text', 'Người nhận kết quả', 'Returned to'),
  entry('returned.toPhone', 'text', 'Điện thoại người nhận', "Recipient's telephone"),
  entry('returned.method', 'text', 'Phương thức nhận kết quả', 'Way of return'),
  entry('returned.kind', 'text', 'Loại kết quả', 'Kind of result'),
  entry('returned.number', 'text', 'Số văn bản kết quả', 'Number of the result'),
  entry('returned.summary', 'text', 'Trích yếu kết quả', 'What the result says'),
  entry('register.from', 'instant', 'Sổ từ ngày', 'Register from'),
  entry('register.to', 'instant', 'Sổ đến ngày', 'Register to'),
  entry('register.rows', 'list', 'Các dòng của sổ', 'Rows of the register'),
  entry('register.rows[].index', 'number', 'Số thứ tự', 'Number'),
  entry('register.rows[].code', 'text', 'Mã hồ sơ', 'Dossier code'),
  entry('register.rows[].procedure', 'text', 'Tên thủ tục', 'Procedure'),
  entry('register.rows[].setCount', 'number', 'Số bộ', 'Sets'),
  entry('register.rows[].applicant', 'text', 'Tên cá nhân, tổ chức', 'Applicant'),
  entry('register.rows[].contact', 'text', 'Địa chỉ, số điện thoại', 'Address, telephone'),
  entry('register.rows[].resolver', 'text', 'Cơ quan chủ trì giải quyết', 'Resolving agency'),
  entry('register.rows[].receivedAt', 'instant', 'Ngày nhận', 'Received at'),
  entry('register.rows[].dueAt', 'instant', 'Ngày hẹn trả', 'Due at'),
  entry('register.rows[].returnedAt', 'instant', 'Ngày trả', 'Returned at'),
  entry('register.rows[].method', 'text', 'Phương thức nhận', 'Way of return'),
  entry('register.rows[].note', 'text', 'Ghi chú', 'Note'),
  entry('delivery.giver', 'text', 'Người bàn giao kết quả', 'Who hands the results over'),
  entry('delivery.receiver', 'text', 'Người nhận bàn giao kết quả', 'Who takes the results over'),
  entry('delivery.rows', 'list', 'Các kết quả được bàn giao', 'Results handed over'),
  entry('delivery.rows[].index', 'number', 'Số thứ tự', 'Number'),
  entry('delivery.rows[].code', 'text', 'Mã hồ sơ', 'Dossier code'),
  entry('delivery.rows[].procedure', 'text', 'Nội dung hồ sơ', 'What the dossier is about'),
  entry('delivery.rows[].result', 'text', 'Kết quả', 'Result'),
  entry('delivery.rows[].applicant', 'text', 'Họ tên chủ hồ sơ', 'Applicant'),
  entry('delivery.rows[].address', 'text', 'Địa chỉ', 'Address'),
  entry('delivery.rows[].hasFee', 'truth', 'Có phí, lệ phí', 'There is a fee'),
  entry('delivery.rows[].isPostal', 'truth', 'Có đăng ký bưu điện', 'To be sent by post'),
  entry('accounts.holder.fullName', 'text', 'Người tiếp nhận tài khoản: họ và tên', 'Account holder: name'),
  entry('accounts.holder.identifier', 'text', 'Số định danh cá nhân', 'Personal identifier'),
  entry('accounts.holder.identifierIssuedAt', 'instant', 'Ngày cấp số định danh', 'Identifier issued on'),
  entry('accounts.holder.identifierPlace', 'text', 'Nơi cấp số định danh', 'Identifier issued by'),
  entry('accounts.holder.title', 'text', 'Chức vụ', 'Office'),
  entry('accounts.holder.phone', 'text', 'Số điện thoại di động', 'Mobile telephone'),
  entry('accounts.holder.email', 'text', 'Thư điện tử công vụ', 'Official e-mail'),
  entry('accounts.holder.address', 'text', 'Địa chỉ tiếp nhận', 'Address'),
  entry('accounts.contact.fullName', 'text', 'Đầu mối liên hệ: họ tên', 'Contact: name'),
  entry('accounts.contact.title', 'text', 'Chức vụ đầu mối', "Contact's office"),
  entry('accounts.contact.phone', 'text', 'Số điện thoại đầu mối', "Contact's telephone"),
  entry('accounts.contact.email', 'text', 'Thư điện tử đầu mối', "Contact's e-mail"),
  entry('accounts.contact.unit', 'text', 'Đơn vị công tác của đầu mối', "Contact's unit"),
  entry('accounts.rows', 'list', 'Danh sách tài khoản', 'Accounts'),
  entry('accounts.rows[].index', 'number', 'Số thứ tự', 'Number'),
  entry('accounts.rows[].username', 'text', 'Tên tài khoản đăng nhập', 'Account name'),
  entry('accounts.rows[].fullName', 'text', 'Họ và tên', 'Name'),
  entry('accounts.rows[].birthDate', 'instant', 'Ngày sinh', 'Birth date'),
  entry('accounts.rows[].identifier', 'text', 'Số định danh, ngày cấp, nơi cấp', 'Identifier, issued on, by'),
  entry('accounts.rows[].email', 'text', 'Thư điện tử công vụ', 'Official e-mail'),
  entry('accounts.rows[].title', 'text', 'Chức vụ, đơn vị, phòng ban', 'Office and unit'),
  entry('accounts.rows[].phone', 'text', 'Số điện thoại', 'Telephone'),
  entry('accounts.rows[].fields', 'text', 'Lĩnh vực giải quyết hồ sơ', 'Fields of procedures'),
  entry(
    'accounts.rows[].populationCount',
    'number',
    'Số trường dữ liệu dân cư cần tra cứu',
    'Population data: count',
  ),
  entry('accounts.rows[].populationFields', 'text', 'Tên trường dữ liệu dân cư', 'Population data: names'),
  entry('accounts.rows[].change', 'text', 'Thông tin cần thay đổi', 'What is to be changed'),
  entry('accounts.rows[].isRestored', 'truth', 'Yêu cầu khôi phục', 'Restore it'),
  entry('accounts.rows[].isChanged', 'truth', 'Yêu cầu thay đổi thông tin', 'Change it'),
  entry('accounts.rows[].isRevoked', 'truth', 'Yêu cầu thu hồi', 'Revoke it'),
  entry('accounts.rows[].queriesPerDay', 'number', 'Số lần truy vấn trong ngày', 'Queries a day'),
  entry('form', 'object', 'Dữ liệu biểu mẫu điện tử (theo tên trường)', "The e-form's data, by field name"),
];

const KNOWN = new Set(CATALOGUE.map(({ path }) => path));

const isKnown = (path: string): boolean => KNOWN.has(path) || KNOWN.has(parentOf(path));

function entry(path: string, type: CatalogueType, vi: string, en: string): CatalogueEntry {
  return { path, type, describe: { vi, en } };
}

function componentEntries(list: string): CatalogueEntry[] {
  return [
    entry(`${list}.index`, 'number', 'Số thứ tự', 'Number'),
    entry(`${list}.name`, 'text', 'Tên giấy tờ', 'Name of the paper'),
    entry(`${list}.originals`, 'number', 'Số bản chính', 'Originals'),
    entry(`${list}.certified`, 'number', 'Số bản chứng thực', 'Certified copies'),
    entry(`${list}.copies`, 'number', 'Số bản photo', 'Photocopies'),
    entry(`${list}.note`, 'text', 'Ghi chú', 'Note'),
  ];
}

/** `this` of a list of texts: `recipients[]`. Properties of anything else are not vouched for. */
function parentOf(path: string): string {
  return path.endsWith('[]') ? path.slice(0, -2) : `${path}.`;
}
