import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import { draftProcess } from '../../designer/table/draft-process.ts';
import { layOut } from '../../designer/table/lay-out.ts';
import { readStepTable } from '../../designer/table/read-step-table.ts';
import { writeBpmn } from '../../designer/table/write-bpmn.ts';
import { compileProcess } from '../../engine/index.ts';
import type { Unit } from '../../server/contract/access.ts';
import { lintProcess } from '../../server/contract/lint/lint-process.ts';
import { compareTable } from '../../server/contract/step-table/compare-table.ts';
import { placePerformer } from '../../server/contract/step-table/place-performer.ts';
import { readTime } from '../../server/contract/step-table/read-time.ts';

const table = (name: string) =>
  readStepTable(readFileSync(new URL(`step-tables/${name}.txt`, import.meta.url), 'utf8'));

/** The part of a parsed file that the test looks at. */
interface ParsedFile {
  rootElement: {
    diagrams: { plane: { planeElement: { bpmnElement: { id: string } }[] } }[];
    rootElements: { $type: string; flowElements: { id: string }[] }[];
  };
  warnings: { message: string }[];
}

/** Steps and working days that the decisions themselves state. */
const DECISIONS = [
  { name: 'investment-approval', steps: 12, days: 17 },
  { name: 'allowance-two-levels', steps: 15, days: 12 },
  { name: 'religious-seat', steps: 8, days: 30 },
  { name: 'disability-workplace', steps: 7, days: 10 },
  { name: 'tuition-relief', steps: 7, days: 10 },
  { name: 'free-sale-certificate', steps: 6, days: 3 },
  { name: 'parallel-consultation', steps: 12, days: 17 },
];

describe("a decision's step table", () => {
  it.each(DECISIONS)('$name keeps every step and sums to the legal total', ({ name, steps, days }) => {
    const read = table(name);
    expect(read.remarks).toEqual([]);
    expect(read.steps).toHaveLength(steps);
    expect(read.totalHours).toBe(days * 8);
  });

  it('says which line has no time or nobody to do it', () => {
    const { remarks } = readStepTable(
      'TT\tNội dung công việc\tĐơn vị thực hiện\tThời gian\n1\tTiếp nhận\tMột cửa\tchưa rõ\n2\tKý\t\t1 ngày',
    );
    expect(remarks.map(({ line, code }) => ({ line, code }))).toEqual([
      { line: 2, code: 'no-time' },
      { line: 3, code: 'no-performer' },
    ]);
  });

  it('reads quoted cells with line breaks, and rows that go on with the step above', () => {
    const { steps } = readStepTable(
      'TT\tNội dung công việc\tĐơn vị thực hiện\tThời gian\n1\t"Tiếp nhận\nvà số hóa"\tMột cửa\t4 giờ\n\tChuyển phòng\tMột cửa\t2 giờ\n2\tKý\tLãnh đạo\t1 ngày',
    );
    expect(steps.map((step) => step.hours)).toEqual([6, 8]);
    expect(steps[0]!.work).toBe('Tiếp nhận\nvà số hóa\nChuyển phòng');
  });

  it.each([
    ['0,5', 'days', 4],
    ['1/2 + 1 + 1', 'days', 20],
    ['04 giờ (0,5 ngày)', 'days', 4],
    ['1,5 ngày', 'hours', 12],
    ['Giờ hành chính', 'days', null],
    ['', 'hours', null],
    ['theo quy định', 'days', undefined],
  ] as const)('understands the time "%s"', (cell, unit, hours) => {
    expect(readTime(cell, unit)).toBe(hours);
  });
});

describe('the process drafted from a table', () => {
  it.each(DECISIONS)('$name is valid BPMN with a shape or an edge for everything', async ({ name }) => {
    const xml = writeBpmn(draftProcess(table(name).steps, name));
    const { rootElement, warnings } = (await new BpmnModdle().fromXML(xml)) as unknown as ParsedFile;
    expect(warnings.map((warning) => warning.message)).toEqual([]);
    const drawn = rootElement.diagrams[0]!.plane.planeElement.map((shape) => shape.bpmnElement.id);
    const process = rootElement.rootElements.find((element) => element.$type === 'bpmn:Process');
    for (const { id } of process!.flowElements) expect(drawn).toContain(id);
  });

  it('leads back to the step that the reviewer names, and lets a consultation run out', () => {
    const draft = draftProcess(table('investment-approval').steps, 'P');
    expect(draft.flows.filter((flow) => flow.isBack).map(({ to }) => to)).toEqual(['Step_7']);
    const timeout = draft.nodes.find((node) => node.kind === 'timeout');
    expect(timeout).toMatchObject({ attachedTo: 'Step_6', after: 'PT56H' });
    expect(draft.flows.some((flow) => flow.from === timeout!.id && flow.to === 'Step_7')).toBe(true);
  });

  it('draws no step over another and keeps each within its lane', () => {
    for (const { name } of DECISIONS) {
      const draft = draftProcess(table(name).steps, name);
      const { nodes, lanes } = layOut(draft);
      const boxes = draft.nodes
        .filter((node) => node.kind !== 'timeout')
        .map((node) => ({ node, box: nodes.get(node.id)! }));
      for (const { node, box } of boxes) {
        const lane = lanes.get(node.lane)!;
        expect(box.y).toBeGreaterThanOrEqual(lane.y);
        expect(box.y + box.height).toBeLessThanOrEqual(lane.y + lane.height);
      }
      const right = boxes
        .map(({ box }) => [box.x, box.x + box.width] as const)
        .sort(([one], [other]) => one - other);
      for (let index = 1; index < right.length; index++)
        expect(right[index]![0]).toBeGreaterThanOrEqual(right[index - 1]![1]);
    }
  });
});

describe('who does the drafted steps', () => {
  const unit = (id: string, name: string, rest: Partial<Unit> = {}): Unit => ({
    id,
    name,
    code: id,
    kind: 'department',
    ...rest,
  });
  const around = {
    units: [
      unit('tinh', 'UBND tỉnh An Giang (mẫu)', { kind: 'province' }),
      unit('so-tai-chinh', 'Sở Tài chính tỉnh An Giang (mẫu)'),
      unit('so-xay-dung', 'Sở Xây dựng tỉnh An Giang (mẫu)'),
      unit('phong', 'Phòng Thẩm định đầu tư (mẫu)', { kind: 'division', parent: 'so-tai-chinh' }),
    ],
    competent: 'so-tai-chinh',
  };

  it.each([
    ['Công chức tại TTPVHCC tỉnh/xã', { role: 'counter', unit: '=receivingUnit' }],
    ['Lãnh đạo phòng', { role: 'leader', unit: 'phong' }],
    ['Chuyên viên', { role: 'specialist', unit: 'phong' }],
    ['Lãnh đạo Sở', { role: 'leader' }],
    ['Lãnh đạo Sở Xây dựng', { role: 'leader', unit: 'so-xay-dung' }],
    ['UBND tỉnh', { role: 'leader', unit: 'tinh' }],
    ['Văn thư Sở', { role: 'clerk' }],
    ['Hội đồng', {}],
  ])('places "%s"', (text, placed) => {
    expect(placePerformer(text, around)).toEqual(placed);
  });

  it('asks each consulted agency for itself, and gives one person one lane', () => {
    const { lanes } = draftProcess(table('parallel-consultation').steps, 'P', around);
    expect(lanes.find(({ unit }) => unit === '=agency')).toMatchObject({ role: 'specialist' });
    expect(lanes.map(({ performers }) => performers)).toContainEqual([
      'Lãnh đạo phòng chuyên môn',
      'Lãnh đạo phòng',
    ]);
  });

  it('leads papers found missing through the counter, once the notice has gone out', () => {
    const draft = draftProcess(table('parallel-consultation').steps, 'P', around);
    const [request] = draft.nodes.filter(({ attributes }) => attributes['actions']?.includes('supplement'));
    expect(request).toMatchObject({ id: 'Step_10_Supplement', lane: 'Lane_1' });
    expect(draft.flows.find(({ from }) => from === request!.id)).toMatchObject({
      to: 'Step_7',
      isBack: true,
    });
  });

  it('drafts a process that the house has little to say about', async () => {
    const xml = writeBpmn(draftProcess(table('parallel-consultation').steps, 'P', around));
    const { process, diagnostics } = await compileProcess(xml);
    const limit = { timeLimit: { amount: 17, unit: 'working-days' as const } };
    expect(diagnostics).toEqual([]);
    expect(lintProcess(process!, limit).map(({ code, element }) => [code, element])).toEqual([
      ['publish.no-refusal', 'Step_1'],
    ]);
  });
});

describe('the approved table against the diagram', () => {
  const around = { units: [], competent: undefined };
  const rows = () => table('parallel-consultation').steps;
  const drawn = async (change: (xml: string) => string = (xml) => xml) =>
    (await compileProcess(change(writeBpmn(draftProcess(rows(), 'P', around))))).process!;
  const found = async (change: (xml: string) => string) =>
    compareTable(rows(), await drawn(change), around).map(({ what, order, element }) => [
      what,
      order,
      element,
    ]);

  it.each(DECISIONS)('$name differs in nothing from what was drafted of it', async ({ name }) => {
    const { steps } = table(name);
    const { process } = await compileProcess(writeBpmn(draftProcess(steps, name, around)));
    expect(compareTable(steps, process!, around)).toEqual([]);
  });

  it('finds another time on its step', async () => {
    const xml = (text: string) => text.replace('motcua:duration="PT24H"', 'motcua:duration="P4D"');
    expect(await found(xml)).toEqual([['time', '11', 'Step_11']]);
    expect(compareTable(rows(), await drawn(xml), around)[0]!.message.vi).toBe(
      'Bước 11, thời gian: bảng ghi "24 giờ", sơ đồ là "32 giờ".',
    );
  });

  it('finds another person on its step', async () => {
    const xml = (text: string) =>
      text.replace('<bpmn:userTask id="Step_9"', '<bpmn:userTask id="Step_9" motcua:role="clerk"');
    expect(await found(xml)).toEqual([['person', '9', 'Step_9']]);
  });

  it('finds a step that is not drawn, and one that was not approved', async () => {
    const xml = (text: string) =>
      text.replace('name="5. Ký văn bản lấy ý kiến"', 'name="Sao lục, lưu trữ nội bộ"');
    expect(await found(xml)).toEqual([
      ['missing', '5', undefined],
      ['extra', undefined, 'Step_5'],
    ]);
  });

  it('finds steps that are drawn in another order', async () => {
    const swap = (text: string) =>
      text
        .replace('sourceRef="Step_1" targetRef="Step_2"', 'sourceRef="Step_1" targetRef="Step_3"')
        .replace('sourceRef="Step_2" targetRef="Step_3"', 'sourceRef="Step_3" targetRef="Step_2"')
        .replace('sourceRef="Step_3" targetRef="Step_4"', 'sourceRef="Step_2" targetRef="Step_4"');
    expect(await found(swap)).toEqual([['order', '3', 'Step_3']]);
  });
});
