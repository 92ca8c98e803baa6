/** An approved step table held against the process that is drawn: every difference, in words (R003; peers: "decision versus process"). */
import { graphOf, millisecondsOf, type ProcessGraph } from '../../../engine/index.ts';
import type { Process, StepInfo } from '../../../engine/types.ts';
import { foldWords } from './fold-words.ts';
import { placePerformer, type Surroundings } from './place-performer.ts';
import type { TableDifference, TableStep } from './step-table.ts';

interface Match {
  row: TableStep;
  step: StepInfo;
}

const HOUR_MS = 3_600_000;
/** Half a minute: what is less is rounding. */
const TOLERANCE_HOURS = 1 / 120;

/** Differences in the order of the table, then steps that the table does not have. Steps of the system are not compared. */
export function compareTable(
  rows: readonly TableStep[],
  process: Process,
  around: Surroundings,
): TableDifference[] {
  const people = process.steps.filter(({ kind }) => kind === 'user' || kind === 'manual');
  const matches = matchSteps(rows, people);
  const stepOf = new Map(matches.map(({ row, step }) => [row, step]));
  const matched = new Set(matches.map(({ step }) => step.id));
  return [
    ...rows.flatMap((row) => {
      const step = stepOf.get(row);
      return step ? rowDifferences({ row, step }, around) : [missing(row)];
    }),
    ...orderDifferences(matches, process),
    ...people.filter(({ id, duration }) => !matched.has(id) && duration?.counts !== 'none').map(extra),
  ];
}

/** By the number that the step's name begins with when its words agree, else by the words most alike. */
function matchSteps(rows: readonly TableStep[], steps: readonly StepInfo[]): Match[] {
  const pairs = rows.flatMap((row) => steps.map((step) => ({ row, step, likeness: likeness(row, step) })));
  const matches: Match[] = [];
  const taken = new Set<unknown>();
  for (const { row, step, likeness: how } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (how < LIKE_ENOUGH || taken.has(row) || taken.has(step)) continue;
    taken.add(row).add(step);
    matches.push({ row, step });
  }
  return matches.toSorted((a, b) => rows.indexOf(a.row) - rows.indexOf(b.row));
}

const LIKE_ENOUGH = 0.4;
const SAME_NUMBER = 0.5;

function likeness(row: TableStep, { name }: StepInfo): number {
  const [, number, words = name] = /^\s*(\d+)[\s.)–-]+(.*)$/s.exec(name) ?? [];
  const wanted = new Set(foldWords(row.work).split(' '));
  const said = foldWords(words).split(' ').filter(Boolean);
  const shared = said.filter((word) => wanted.has(word)).length / Math.max(1, said.length);
  return shared + (number !== undefined && number === /\d+/.exec(row.order)?.[0] ? SAME_NUMBER : 0);
}

function rowDifferences(match: Match, around: Surroundings): TableDifference[] {
  return [personDifference, unitDifference, timeDifference, paperDifference].flatMap(
    (difference) => difference(match, around) ?? [],
  );
}

type Difference = (match: Match, around: Surroundings) => TableDifference | undefined;

const expected = ({ row }: Match, around: Surroundings) =>
  placePerformer(row.performers[0] ?? '', { ...around, isConsultation: row.isParallel });

const personDifference: Difference = (match, around) => {
  const { row, step } = match;
  const { role } = expected(match, around);
  const isSame = role
    ? step.performer.role === role
    : foldWords(`${step.lane ?? ''} ${step.performer.role ?? ''}`).includes(
        foldWords(row.performers[0] ?? ''),
      );
  if (isSame) return undefined;
  const who = step.performer.role ?? step.performer.assignee ?? step.lane ?? '—';
  return differs(match, 'person', ['người thực hiện', 'person'], [row.performers.join('; ') || '—', who]);
};

const unitDifference: Difference = (match, around) => {
  const { unit } = expected(match, around);
  const drawn = match.step.performer.unit ?? around.competent;
  // "Bộ phận Một cửa", "các sở": each dossier's own, which a diagram may name in several ways.
  if (!unit || unit.startsWith('=') || !drawn || drawn === unit) return undefined;
  return differs(match, 'unit', ['đơn vị', 'unit'], [nameOf(unit, around), nameOf(drawn, around)]);
};

const timeDifference: Difference = (match) => {
  const { row, step } = match;
  const drawn = hoursOf(step);
  if (drawn === row.hours) return undefined;
  if (drawn !== null && row.hours !== null && Math.abs(drawn - row.hours) < TOLERANCE_HOURS) return undefined;
  return differs(match, 'time', ['thời gian', 'time'], [hoursText(row.hours), hoursText(drawn)]);
};

/** Papers that a decision names and the house knows by a kind. */
const PAPERS: [string, RegExp][] = [
  ['supplement-request', /phiếu yêu cầu bổ sung|ycbs/i],
  ['refusal', /phiếu từ chối/i],
  ['control-slip', /phiếu kiểm soát/i],
];

const paperDifference: Difference = (match) => {
  const { row, step } = match;
  const wanted = PAPERS.filter(([, pattern]) => pattern.test(row.output)).map(([kind]) => kind);
  const lacking = wanted.filter((kind) => !step.documents.includes(kind) && !issues(step, kind));
  if (lacking.length === 0) return undefined;
  return differs(match, 'paper', ['giấy tờ', 'paper'], [row.output, step.documents.join(', ') || '—']);
};

/** An operation that the step allows makes its paper out. */
const issues = ({ actions }: StepInfo, kind: string): boolean =>
  (kind === 'supplement-request' && actions.includes('request-supplement')) ||
  (kind === 'refusal' && actions.includes('refuse'));

function orderDifferences(matches: readonly Match[], process: Process): TableDifference[] {
  const places = placesOf(graphOf(process));
  return matches.flatMap((match, index) => {
    const before = matches[index - 1];
    if (!before || places.get(before.step.id)! <= places.get(match.step.id)!) return [];
    return [
      {
        what: 'order' as const,
        order: match.row.order,
        element: match.step.id,
        message: {
          vi: `Bước ${match.row.order}: sơ đồ đặt "${match.step.name}" trước "${before.step.name}".`,
          en: `Step ${match.row.order}: the diagram has "${match.step.name}" before "${before.step.name}".`,
        },
      },
    ];
  });
}

/** Where each node comes when flows that lead back are left out. */
function placesOf({ entries, nodes }: ProcessGraph): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const finished: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const timers = nodes.filter(({ host }) => host === id).flatMap(({ next }) => next);
    for (const next of [...(byId.get(id)?.next ?? []), ...timers]) visit(next);
    finished.push(id);
  };
  for (const entry of entries) visit(entry);
  for (const { id } of nodes) visit(id);
  return new Map(finished.toReversed().map((id, place) => [id, place]));
}

const missing = ({ order, work }: TableStep): TableDifference => ({
  what: 'missing',
  order,
  message: {
    vi: `Bước ${order} của bảng ("${short(work)}") không có trên sơ đồ.`,
    en: `Step ${order} of the table ("${short(work)}") is not on the diagram.`,
  },
});

const extra = ({ id, name }: StepInfo): TableDifference => ({
  what: 'extra',
  element: id,
  message: {
    vi: `Sơ đồ có bước "${name}" không có trong bảng được phê duyệt.`,
    en: `The diagram has a step "${name}" that the approved table does not have.`,
  },
});

const differs = (
  { row, step }: Match,
  what: TableDifference['what'],
  [vi, en]: [string, string],
  [table, drawn]: [string, string],
): TableDifference => ({
  what,
  order: row.order,
  element: step.id,
  message: {
    vi: `Bước ${row.order}, ${vi}: bảng ghi "${table}", sơ đồ là "${drawn}".`,
    en: `Step ${row.order}, ${en}: the table says "${table}", the diagram "${drawn}".`,
  },
});

const hoursOf = ({ duration }: StepInfo): number | null =>
  !duration || duration.counts === 'none' ? null : millisecondsOf(duration) / HOUR_MS;

const hoursText = (hours: number | null): string =>
  hours === null ? 'không tính thời gian' : `${hours.toLocaleString('vi-VN')} giờ`;

const nameOf = (unit: string, { units }: Surroundings): string =>
  units.find(({ id }) => id === unit)?.name ?? unit;

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 58)}…` : text);
