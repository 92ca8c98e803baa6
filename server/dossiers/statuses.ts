/**
 * The business axis of a dossier: the portal's ten statuses and every move between them.
 * TT 22/2019 Phụ lục I; NĐ61 Đ.17-20; S2 Đ.18-25 (domain 4.1, 4.2). A move that is not a row here does not exist.
 */
import type { Operation, StatusKey } from '../contract/dossiers.ts';

export type ClockState = 'running' | 'paused' | 'stopped' | 'not-started';

export interface Status {
  /** 1..10; 8 has two keys: a pause that ends and a stop that does not */
  code: number;
  label: { vi: string; en: string };
  /** what the statutory clock does while the dossier is here (DL17) */
  clock: ClockState;
  /** nothing moves out of it any more */
  final?: true;
}

export const STATUSES: Record<StatusKey, Status> = {
  registered: { code: 1, label: { vi: 'Mới đăng ký', en: 'Registered' }, clock: 'not-started' },
  accepted: { code: 2, label: { vi: 'Được tiếp nhận', en: 'Accepted' }, clock: 'running' },
  rejected_at_intake: {
    code: 3,
    label: { vi: 'Không được tiếp nhận', en: 'Rejected at intake' },
    clock: 'stopped',
    final: true,
  },
  in_progress: { code: 4, label: { vi: 'Đang xử lý', en: 'In progress' }, clock: 'running' },
  supplement_requested: {
    code: 5,
    label: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
    clock: 'paused',
  },
  payment_required: {
    code: 6,
    label: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment required' },
    clock: 'paused',
  },
  withdrawal_requested: {
    code: 7,
    label: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
    clock: 'paused',
  },
  suspended: { code: 8, label: { vi: 'Tạm dừng xử lý', en: 'Suspended' }, clock: 'paused' },
  stopped: { code: 8, label: { vi: 'Dừng xử lý', en: 'Stopped' }, clock: 'stopped', final: true },
  resolved: { code: 9, label: { vi: 'Đã xử lý xong', en: 'Resolved' }, clock: 'stopped' },
  returned: {
    code: 10,
    label: { vi: 'Đã trả kết quả', en: 'Result returned' },
    clock: 'stopped',
    final: true,
  },
};

/** Nothing moves out of it any more. */
export const isFinal = (status: StatusKey): boolean => STATUSES[status].final === true;

/** What moves a dossier: an operation of api.md, or a step of its process that carries a status. */
export type Trigger = Operation | 'step';

export interface Transition {
  on: Trigger;
  from: StatusKey;
  to: StatusKey;
  /** kind of the paper that goes with it */
  document?: string;
  /** work goes on hold until somebody resumes it: steps cannot be completed meanwhile */
  hold?: true;
  /** the row holds only before, or only after, the receipt; both when absent */
  phase?: Phase;
}

/** Before the receipt nothing has been promised; after it the clock has run. */
export type Phase = 'before-acceptance' | 'after-acceptance';

/** Operations that leave the status where it is. */
const STAYS: readonly (readonly [Operation, StatusKey[], string?])[] = [
  ['extend', ['accepted', 'in_progress'], 'extension'], // R093, DL20: slip 04
  ['apologise', ['accepted', 'in_progress'], 'apology'], // R091
  ['transfer', ['accepted', 'in_progress']], // R062, R063
  ['request-payment', ['registered'], 'payment-notice'],
  ['pay', ['registered', 'accepted', 'in_progress', 'resolved']],
];

/** Order matters: the first row of (operation, status) is the one that applies. */
export const TRANSITIONS: readonly Transition[] = [
  { on: 'accept', from: 'registered', to: 'accepted', document: 'receipt' }, // R051, R057: e-receipt
  { on: 'refuse', from: 'registered', to: 'rejected_at_intake', document: 'refusal' }, // R049: slip 03
  {
    on: 'request-supplement',
    from: 'registered',
    to: 'supplement_requested',
    document: 'supplement-request',
    hold: true,
  }, // R050
  {
    on: 'refuse',
    from: 'supplement_requested',
    to: 'rejected_at_intake',
    document: 'refusal',
    phase: 'before-acceptance',
  },
  {
    on: 'refuse',
    from: 'supplement_requested',
    to: 'stopped',
    document: 'stop-notice',
    phase: 'after-acceptance',
  }, // R077
  { on: 'supplement', from: 'supplement_requested', to: 'registered', phase: 'before-acceptance' },
  { on: 'supplement', from: 'supplement_requested', to: 'in_progress', phase: 'after-acceptance' }, // R075
  { on: 'withdraw', from: 'registered', to: 'stopped' },

  {
    on: 'request-supplement',
    from: 'accepted',
    to: 'supplement_requested',
    document: 'supplement-request',
    hold: true,
  },
  {
    on: 'request-supplement',
    from: 'in_progress',
    to: 'supplement_requested',
    document: 'supplement-request',
    hold: true,
  },
  { on: 'request-payment', from: 'accepted', to: 'payment_required', document: 'payment-notice', hold: true },
  {
    on: 'request-payment',
    from: 'in_progress',
    to: 'payment_required',
    document: 'payment-notice',
    hold: true,
  }, // R080
  { on: 'pay', from: 'payment_required', to: 'in_progress' }, // R080: resumes by itself
  { on: 'suspend', from: 'accepted', to: 'suspended', hold: true },
  { on: 'suspend', from: 'in_progress', to: 'suspended', hold: true },
  { on: 'resume', from: 'suspended', to: 'in_progress' },
  // a decision had been issued; before the receipt there was none, and the counter has it before it again
  { on: 'resume', from: 'withdrawal_requested', to: 'in_progress', phase: 'after-acceptance' },
  { on: 'resume', from: 'withdrawal_requested', to: 'registered', phase: 'before-acceptance' },
  ...(['accepted', 'in_progress', 'supplement_requested', 'payment_required'] as const).map(
    (from): Transition => ({ on: 'withdraw', from, to: 'withdrawal_requested', hold: true }), // R079
  ),
  { on: 'withdraw', from: 'withdrawal_requested', to: 'stopped', document: 'stop-notice' }, // Mẫu 05

  { on: 'refuse', from: 'accepted', to: 'resolved', document: 'refusal' }, // R078: 9 with result type refusal
  { on: 'refuse', from: 'in_progress', to: 'resolved', document: 'refusal' },
  { on: 'finish', from: 'accepted', to: 'resolved', document: 'result' },
  { on: 'finish', from: 'in_progress', to: 'resolved', document: 'result' },
  { on: 'correct', from: 'resolved', to: 'in_progress' }, // NĐ61 Đ.21: found wrong before its return
  { on: 'return', from: 'resolved', to: 'returned', document: 'return-slip' }, // R081

  ...STAYS.flatMap(([on, states, document]) =>
    states.map((from): Transition => ({ on, from, to: from, ...(document && { document }) })),
  ),

  { on: 'step', from: 'registered', to: 'accepted' },
  { on: 'step', from: 'accepted', to: 'in_progress' },
  { on: 'step', from: 'in_progress', to: 'supplement_requested' },
  { on: 'step', from: 'supplement_requested', to: 'in_progress' },
  { on: 'step', from: 'in_progress', to: 'payment_required' },
  { on: 'step', from: 'payment_required', to: 'in_progress' },
  { on: 'step', from: 'in_progress', to: 'suspended' },
  { on: 'step', from: 'suspended', to: 'in_progress' },
  { on: 'step', from: 'in_progress', to: 'resolved' },
  { on: 'step', from: 'resolved', to: 'in_progress' }, // the result was found wrong before its return
  { on: 'step', from: 'resolved', to: 'returned' },
];

/** Where a dossier stands on the business axis. */
export interface Position {
  status: StatusKey;
  phase: Phase;
}

/** The row that an operation takes from here, or nothing when the law knows no such move. */
export const transitionOf = (on: Operation, at: Position): Transition | undefined =>
  rowsFrom(at).find((row) => row.on === on);

/** Operations that the table has from here, in the table's order. */
export const operationsFrom = (at: Position): Operation[] => [
  ...new Set(rowsFrom(at).flatMap((row) => (row.on === 'step' ? [] : [row.on]))),
];

const rowsFrom = ({ status, phase }: Position): Transition[] =>
  TRANSITIONS.filter((row) => row.from === status && (row.phase ?? phase) === phase);

/**
 * The shortest chain of step moves between two statuses, the target last; empty when none is needed or
 * the table has no way. A one-step procedure passes 4 on its way from 2 to 9, and its history says so.
 */
export function stepPath(from: StatusKey, to: StatusKey): StatusKey[] {
  const paths: StatusKey[][] = [[from]];
  const seen = new Set<StatusKey>([from]);
  for (const path of paths) {
    const here = path[path.length - 1]!;
    if (here === to) return path.slice(1);
    for (const row of TRANSITIONS) {
      if (row.on !== 'step' || row.from !== here || seen.has(row.to)) continue;
      seen.add(row.to);
      paths.push([...path, row.to]);
    }
  }
  return [];
}

/** The key that a BPMN step's `motcua:status` (1..10) stands for; 8 on a step is a pause. */
export function statusOfCode(code: number): StatusKey {
  const found = (Object.keys(STATUSES) as StatusKey[]).find((key) => STATUSES[key].code === code);
  if (!found) throw new RangeError(`no status has code ${code}`);
  return found;
}
