/** Reads a decision's step table from pasted text: cells parted by tabs or bars, columns known by their heads. */

import { readTime, type TimeUnit, unitOfHead } from '../../server/contract/step-table/read-time.ts';
import { parseCells } from './parse-cells.ts';
import type { StepTable, TableRemark, TableStep } from './step-table.ts';

type Column = 'order' | 'work' | 'performer' | 'time' | 'output';

/** The column sets of domain 6.1; the first that matches wins, so "Thứ tự công việc" is no "công việc". */
const HEADS: [Column, RegExp][] = [
  ['order', /^(tt|stt|b|bước|các bước|tên bước|thứ tự.*)$/i],
  ['time', /thời (gian|hạn)|^giờ$|^ngày( làm việc)?$|^time/i],
  ['performer', /đơn vị|người thực hiện|trách nhiệm|cơ quan (thực hiện|giải quyết)|^who$/i],
  ['output', /sản phẩm|kết quả|biểu mẫu|^output$/i],
  ['work', /nội dung|trình tự|công việc|^work$/i],
];

/** Columns in the order of Bắc Ninh's and most tables, for a paste without a head. */
const USUAL: Column[] = ['order', 'work', 'performer', 'time', 'output'];

interface Head {
  columns: Map<Column, number>;
  unit: TimeUnit;
  /** rows before the first step */
  skip: number;
}

export function readStepTable(text: string): StepTable {
  const rows = parseCells(text);
  const remarks: TableRemark[] = [];
  const head = readHead(
    rows.map(({ cells }) => cells),
    remarks,
  );
  const steps: TableStep[] = [];
  for (const { cells, line } of rows.slice(head.skip)) {
    const step = readRow({ cells, line, head, remarks });
    if (step) steps.push(step);
    else continueLast(steps, cells, head);
  }
  checkReturns(steps, remarks);
  return { steps, remarks, totalHours: steps.reduce((sum, step) => sum + (step.hours ?? 0), 0) };
}

function readHead(rows: string[][], remarks: TableRemark[]): Head {
  const index = rows.findIndex((cells) => new Set(cells.map(columnOf).filter(Boolean)).size >= 3);
  if (index < 0) {
    remarks.push({ line: 1, code: 'no-header', text: rows[0]?.join(' | ') ?? '' });
    return { columns: new Map(USUAL.map((column, at) => [column, at])), unit: 'days', skip: 0 };
  }
  const columns = new Map<Column, number>();
  rows[index]!.forEach((cell, at) => {
    const column = columnOf(cell);
    if (column && !columns.has(column)) columns.set(column, at);
  });
  const timeHead = rows[index]![columns.get('time') ?? -1] ?? '';
  return { columns, unit: unitOfHead(timeHead), skip: index + 1 };
}

const columnOf = (cell: string): Column | undefined =>
  HEADS.find(([, pattern]) => pattern.test(cell.trim().replaceAll('*', '')))?.[0];

interface Row {
  cells: string[];
  line: number;
  head: Head;
  remarks: TableRemark[];
}

function readRow({ cells, line, head, remarks }: Row): TableStep | undefined {
  const cell = (column: Column) => (cells[head.columns.get(column) ?? -1] ?? '').replaceAll('*', '').trim();
  const order = cell('order').replace(/^(bước|b)\s*/i, '');
  const work = cell('work');
  if (!/\d/.test(order)) return undefined;
  const performer = cell('performer');
  const hours = readTime(cell('time'), head.unit);
  if (hours === undefined) remarks.push({ line, code: 'no-time', text: cells.join(' | ') });
  if (!performer) remarks.push({ line, code: 'no-performer', text: cells.join(' | ') });
  return {
    order,
    work: work || performer,
    performers: splitPerformers(performer),
    hours: hours ?? null,
    output: cell('output'),
    isParallel: /song song|đồng thời|các (sở|cơ quan|đơn vị).*(ý kiến)/i.test(`${work} ${performer}`),
    backTo: backTo(work),
    mayLackPapers: LACKS_PAPERS.test(work),
  };
}

/** "TH1 chưa đủ điều kiện → dự thảo Thông báo yêu cầu bổ sung", "thiếu → Phiếu YCBS" */
const LACKS_PAPERS = /(thiếu|chưa đủ)[^;.]*(→|:|thì)[^;.]*(bổ sung|ycbs)/i;

const isTotal = (cells: string[]): boolean => cells.some((cell) => /^(tổng|cộng|total)/i.test(cell.trim()));

/** A row without an order of its own goes on with the step above it (merged cells do that). */
function continueLast(steps: TableStep[], cells: string[], head: Head): void {
  const last = steps.at(-1);
  if (!last || isTotal(cells)) return;
  const more = (column: Column) => (cells[head.columns.get(column) ?? -1] ?? '').trim();
  if (more('work')) last.work += `\n${more('work')}`;
  last.performers.push(
    ...splitPerformers(more('performer')).filter((name) => !last.performers.includes(name)),
  );
  const hours = more('time') ? readTime(more('time'), head.unit) : undefined;
  if (typeof hours === 'number') last.hours = (last.hours ?? 0) + hours;
  last.backTo ??= backTo(more('work'));
  last.mayLackPapers ||= LACKS_PAPERS.test(more('work'));
}

const splitPerformers = (text: string): string[] =>
  text
    .split(/\s*[;\n]\s*|\s+\/\s+/)
    .map((name) => name.trim())
    .filter(Boolean);

/** "Nếu không đồng ý: chuyển lại bước 3" */
const backTo = (work: string): string | undefined =>
  /(?:không đồng ý|chưa đạt|không đạt|chưa đồng ý)[^.]*?(?:chuyển lại|trả lại|quay lại)[^.]*?bước\s*(\d+)/i.exec(
    work,
  )?.[1];

function checkReturns(steps: TableStep[], remarks: TableRemark[]): void {
  for (const [index, step] of steps.entries()) {
    if (!step.backTo) continue;
    const isEarlier = steps.slice(0, index).some((earlier) => startsWith(earlier.order, step.backTo!));
    if (isEarlier) continue;
    remarks.push({ line: index + 1, code: 'unknown-step', text: step.backTo });
    step.backTo = undefined;
  }
}

/** `6–13` starts with step 6. */
const startsWith = (order: string, wanted: string): boolean =>
  Number.parseInt(order, 10) === Number.parseInt(wanted, 10);
