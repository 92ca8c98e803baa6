import type { Node } from '../compile/program.ts';
import { edit, emit, open, type Run, within } from './run.ts';
import type { Incident } from './state.ts';

/** Sentences of incidents by code; `{...}` is filled from the case. */
const SENTENCES: Record<string, { vi: string; en: string }> = {
  'condition.undecided': {
    vi: 'Không xác định được điều kiện “{text}”: thiếu dữ liệu hoặc dữ liệu sai kiểu.',
    en: 'The condition "{text}" cannot be decided: data are missing or of the wrong type.',
  },
  'gateway.no-way-out': {
    vi: 'Không có điều kiện nào đúng và không có luồng mặc định, nên không có lối ra.',
    en: 'No condition holds and there is no default flow, so there is no way out.',
  },
  'mapping.failed': {
    vi: 'Không tính được giá trị “{text}”.',
    en: 'The value "{text}" cannot be worked out.',
  },
  'script.failed': {
    vi: 'Kịch bản “{text}” không cho kết quả: thiếu dữ liệu hoặc dữ liệu sai kiểu.',
    en: 'The script "{text}" has no result: data are missing or of the wrong type.',
  },
  'timer.undecided': {
    vi: 'Không xác định được thời hạn “{text}”.',
    en: 'The due time "{text}" cannot be worked out.',
  },
  'name.undecided': {
    vi: 'Không xác định được tên “{text}”.',
    en: 'The name "{text}" cannot be worked out.',
  },
  'loop.undecided': {
    vi: 'Không xác định được số lần hoặc danh sách “{text}”.',
    en: 'The number of turns or the list "{text}" cannot be worked out.',
  },
  'loop.too-many': {
    vi: 'Số lần thực hiện vượt quá {text}.',
    en: 'There are more than {text} instances.',
  },
  'loop.endless': {
    vi: 'Quy trình đi vòng mãi ở đây mà không dừng chờ ai.',
    en: 'The process runs round here without ever waiting.',
  },
  'job.failed': { vi: 'Công việc tự động thất bại: {text}', en: 'The job failed: {text}' },
};

/** Holds an open occurrence at an incident; a retry does `phase` again. */
export function raise(
  run: Run,
  id: string,
  { code, phase, text }: { code: string; phase: Incident['phase']; text: string },
): void {
  const occurrence = edit(run, id);
  const sentences = SENTENCES[code]!;
  const message = { vi: sentences.vi.replace('{text}', text), en: sentences.en.replace('{text}', text) };
  occurrence.incident = { code, message, phase };
  run.effects.push({ type: 'incident', occurrence: id, element: occurrence.element, code, message });
  emit(run, 'incident', occurrence.element, { occurrence: id, code, message });
}

/** Holds a token that cannot go on from a node. */
export function hold(
  run: Run,
  {
    node,
    scope,
    code,
    text,
    phase = 'leave',
  }: { node: Node; scope: string | undefined; code: string; text: string; phase?: 'arrive' | 'leave' },
): void {
  const id = open(run, { element: node.id, role: 'stuck', ...within(scope) });
  raise(run, id, { code, phase, text });
}
