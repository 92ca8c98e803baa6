/** What changed between two versions of a process, an element at a time, in words (R003, R008). */
import { BpmnModdle } from 'bpmn-moddle';
import type { ProcessDiff } from '../contract/catalogue.ts';
import { durationInWords } from '../contract/duration-in-words.ts';
import type { Language } from '../http/messages.ts';

type Change = ProcessDiff['changes'][number];

/** An element flattened to what a procedure owner can tell apart. */
interface Drawn {
  type: string;
  name: string;
  /** where its shape stands; flows follow their shapes and have none */
  place?: string;
  facts: Record<string, Fact>;
}

/** Compared by value; shown in words, which for another element is its name. */
interface Fact {
  value: string;
  shown: string;
}

/** Elements that were added, removed or changed; those that only stand elsewhere on the drawing come last. */
export async function diffProcesses(before: string, after: string, language: Language): Promise<Change[]> {
  const [old, now] = await Promise.all([drawnIn(before, language), drawnIn(after, language)]);
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  const changes = ids.flatMap((id) => change(id, old.get(id), now.get(id), language));
  return changes.toSorted((one, other) => Number(one.kind === 'moved') - Number(other.kind === 'moved'));
}

function change(id: string, old: Drawn | undefined, now: Drawn | undefined, language: Language): Change[] {
  const { type, name } = (now ?? old)!;
  const details = old && now ? differences(old, now, language) : [];
  const isMoved = details.length === 0 && old?.place !== undefined && old.place !== now?.place;
  const kind = !old ? 'added' : !now ? 'removed' : isMoved ? 'moved' : 'changed';
  if (kind === 'changed' && details.length === 0) return [];
  const words = WORDS[language];
  const what = `${words.types[type] ?? type} “${name || ends(now ?? old) || id}”`;
  const listed = details
    .map((each) => `${each.what}: ${each.before ?? '—'} → ${each.after ?? '—'}`)
    .join('; ');
  return [
    { kind, element: id, type, name, details, text: `${words[kind]} ${what}${listed ? ` (${listed})` : ''}` },
  ];
}

/** A flow without a name is told by where it leads. */
const ends = (drawn: Drawn | undefined): string =>
  drawn?.facts['sourceRef'] && drawn.facts['targetRef']
    ? `${drawn.facts['sourceRef'].shown} → ${drawn.facts['targetRef'].shown}`
    : '';

function differences(old: Drawn, now: Drawn, language: Language): Change['details'] {
  const facts = new Set([...Object.keys(old.facts), ...Object.keys(now.facts)]);
  return [...facts]
    .filter((fact) => old.facts[fact]?.value !== now.facts[fact]?.value)
    .map((fact) => ({
      what: WORDS[language].facts[fact] ?? fact,
      ...(old.facts[fact] ? { before: old.facts[fact].shown } : {}),
      ...(now.facts[fact] ? { after: now.facts[fact].shown } : {}),
    }));
}

interface Moddle {
  $type: string;
  id?: string;
  name?: string;
  $attrs?: Record<string, string>;
  [property: string]: unknown;
}

/** Every element of a file's processes by id; a file that cannot be read has none. */
async function drawnIn(xml: string, language: Language): Promise<Map<string, Drawn>> {
  const drawn = new Map<string, Drawn>();
  try {
    const { rootElement } = await new BpmnModdle().fromXML(xml);
    walk(rootElement as unknown as Moddle, drawn, language);
    placeShapes(rootElement as unknown as Picture, drawn);
  } catch (fault) {
    // bpmn-moddle's parse error: a draft may be unreadable, and is then all removed or all added.
    if (!(fault instanceof Error)) throw fault;
  }
  return drawn;
}

/** Where elements hold elements of their own. */
const CONTAINERS = ['rootElements', 'flowElements', 'laneSets', 'lanes', 'artifacts', 'participants'];
const DRAWN_TYPES =
  /^bpmn:(?!Definitions|LaneSet|Collaboration|.*EventDefinition|Message$|Error$|Signal$|Escalation$)/;

function walk(element: Moddle, drawn: Map<string, Drawn>, language: Language): void {
  if (element.id && DRAWN_TYPES.test(element.$type)) {
    drawn.set(element.id, {
      type: element.$type.replace('bpmn:', ''),
      name: element.name ?? '',
      facts: factsOf(element, language),
    });
  }
  for (const container of CONTAINERS) {
    for (const child of (element[container] as Moddle[] | undefined) ?? []) walk(child, drawn, language);
  }
}

/** The picture's part of a file, as far as it is read. */
interface Picture {
  diagrams?: { plane?: { planeElement?: PictureElement[] } }[];
}
interface PictureElement {
  bpmnElement?: { id?: string };
  bounds?: { x: number; y: number };
}

/** Pools and lanes grow with what is in them: only what stands in them is moved. */
const GROUND = new Set(['Participant', 'Lane', 'Process']);

function placeShapes({ diagrams = [] }: Picture, drawn: Map<string, Drawn>): void {
  for (const { bpmnElement, bounds } of diagrams.flatMap(({ plane }) => plane?.planeElement ?? [])) {
    const shape = drawn.get(bpmnElement?.id ?? '');
    if (shape && bounds && !GROUND.has(shape.type)) shape.place = `${bounds.x},${bounds.y}`;
  }
}

function factsOf(element: Moddle, language: Language): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  const add = (name: string, value: unknown, shown = value) => {
    if (typeof value === 'string' && value !== '') facts[name] = { value, shown: String(shown) };
  };
  add('type', element.$type.replace('bpmn:', ''));
  add('name', element.name);
  for (const [name, value] of Object.entries(element.$attrs ?? {})) {
    const shown = name === 'motcua:duration' ? durationInWords(value, language) : value;
    if (!name.startsWith('xmlns')) add(name.replace(/^motcua:/, ''), value, shown);
  }
  for (const end of ['sourceRef', 'targetRef', 'attachedToRef', 'default']) {
    const other = element[end] as Moddle | undefined;
    add(end, other?.id, other?.name || other?.id);
  }
  add('condition', (element['conditionExpression'] as { body?: string } | undefined)?.body);
  add('script', element['script']);
  for (const definition of (element['eventDefinitions'] as Moddle[] | undefined) ?? []) {
    add('event', definition.$type.replace('bpmn:', '').replace('EventDefinition', ''));
    for (const time of ['timeDuration', 'timeDate', 'timeCycle']) {
      const body = (definition[time] as { body?: string } | undefined)?.body;
      add('timer', body, durationInWords(body ?? '', language));
    }
  }
  return facts;
}

const WORDS: Record<
  Language,
  {
    added: string;
    removed: string;
    changed: string;
    moved: string;
    types: Record<string, string>;
    facts: Record<string, string>;
  }
> = {
  vi: {
    added: 'Thêm',
    removed: 'Bỏ',
    changed: 'Sửa',
    moved: 'Chuyển chỗ',
    types: {
      Process: 'quy trình',
      Participant: 'bên tham gia',
      Lane: 'làn',
      UserTask: 'bước',
      ManualTask: 'bước thủ công',
      ServiceTask: 'tác vụ hệ thống',
      ScriptTask: 'tác vụ tính toán',
      SendTask: 'tác vụ gửi',
      ReceiveTask: 'tác vụ nhận',
      BusinessRuleTask: 'tác vụ quy tắc',
      CallActivity: 'quy trình được gọi',
      SubProcess: 'quy trình con',
      SequenceFlow: 'luồng',
      ExclusiveGateway: 'nhánh rẽ',
      ParallelGateway: 'nhánh song song',
      InclusiveGateway: 'nhánh chọn nhiều',
      EventBasedGateway: 'nhánh theo sự kiện',
      StartEvent: 'bắt đầu',
      EndEvent: 'kết thúc',
      BoundaryEvent: 'sự kiện biên',
      IntermediateCatchEvent: 'sự kiện chờ',
      IntermediateThrowEvent: 'sự kiện phát',
    },
    facts: {
      type: 'loại',
      name: 'tên',
      unit: 'đơn vị',
      role: 'vai trò',
      assignee: 'người thực hiện',
      sameAs: 'cùng người với bước',
      duration: 'thời gian',
      durationKind: 'cách tính thời gian',
      form: 'biểu mẫu',
      status: 'trạng thái hồ sơ',
      documents: 'văn bản',
      actions: 'thao tác',
      citation: 'căn cứ',
      condition: 'điều kiện',
      sourceRef: 'từ',
      targetRef: 'đến',
      attachedToRef: 'gắn vào',
      default: 'luồng mặc định',
      timer: 'hẹn giờ',
      event: 'sự kiện',
      script: 'biểu thức',
    },
  },
  en: {
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    moved: 'Moved',
    types: { UserTask: 'step', SequenceFlow: 'flow', Lane: 'lane', Process: 'process' },
    facts: { sameAs: 'same person as', durationKind: 'how time counts', sourceRef: 'from', targetRef: 'to' },
  },
};
