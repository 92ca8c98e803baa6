/**
 * Which patterns a form must not use: those on which a text could make a backtracking matcher run
 * for ever. The pattern becomes a position automaton; when one text can be read in two ways around a
 * loop, the number of ways grows with the text, exponentially or as a power of its length
 * (Weber and Seidl's criteria EDA and IDA). What passes is tried in time linear in the text for
 * each place where a match may start.
 */
import { LIMITS } from './dialect.ts';
import { type PatternNode, PatternNotSupported, parsePattern } from './pattern-parser.ts';

/** @returns why `pattern` cannot be used; `undefined` when it can */
export function patternFault(pattern: string): { vi: string; en: string } | undefined {
  if (pattern.length > LIMITS.patternLength) return FAULTS.long;
  try {
    new RegExp(pattern, 'u');
  } catch {
    return FAULTS.syntax;
  }
  let automaton: Automaton;
  try {
    automaton = automatonOf(parsePattern(pattern), pattern);
  } catch (error) {
    if (error instanceof PatternNotSupported) return FAULTS[error.reason];
    throw error;
  }
  if (hasTwoWaysAround(automaton)) return FAULTS.slow;
  const found = hasTwoLoopsInARow(automaton);
  return found === 'unknown' ? FAULTS.complex : found ? FAULTS.slow : undefined;
}

const FAULTS = {
  long: {
    vi: `dài hơn ${LIMITS.patternLength} ký tự`,
    en: `it is longer than ${LIMITS.patternLength} characters`,
  },
  syntax: { vi: 'sai cú pháp', en: 'its syntax is wrong' },
  feature: {
    vi: 'có phần nhìn trước, nhìn sau hoặc tham chiếu ngược',
    en: 'it looks ahead, looks behind or refers back',
  },
  complex: { vi: 'quá phức tạp', en: 'it is too complex' },
  slow: {
    vi: 'một văn bản có thể khiến việc đối chiếu kéo dài vô hạn; hãy bỏ các phần lặp chồng lên nhau',
    en: 'a text could keep the matcher busy for ever; remove repetitions that overlap',
  },
};

const MOST_POSITIONS = 120;
/** Repetitions up to this count are written out; larger ones are looked at as loops. */
const WRITTEN_OUT = 16;
const MOST_STEPS = 400_000;

interface Automaton {
  /** position -> the characters it takes, as a bit set over the probes */
  sets: bigint[];
  /** position -> positions that may follow */
  follow: number[][];
}

interface Fragment {
  nullable: boolean;
  first: number[];
  last: number[];
}

function automatonOf(root: PatternNode, pattern: string): Automaton {
  const automaton: Automaton = { sets: [], follow: [] };
  const probes = [...new Set([...PROBES, ...pattern])];
  build(automaton, root, probes);
  return automaton;
}

const PROBES = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...'àÀạẠđĐơƠéüß€’“–字😀',
  '\u00a0',
  '\u2028',
];

function build(automaton: Automaton, node: PatternNode, probes: string[]): Fragment {
  switch (node.kind) {
    case 'empty':
      return NOTHING;
    case 'set': {
      const set = new RegExp(`^(?:${node.source})$`, 'u');
      let bits = 0n;
      probes.forEach((probe, index) => {
        if (set.test(probe)) bits |= 1n << BigInt(index);
      });
      const position = automaton.sets.push(bits) - 1;
      automaton.follow.push([]);
      if (position > MOST_POSITIONS) throw new PatternNotSupported(node.source, 'complex');
      return { nullable: false, first: [position], last: [position] };
    }
    case 'choice': {
      const parts = node.parts.map((part) => build(automaton, part, probes));
      return {
        nullable: parts.some((part) => part.nullable),
        first: parts.flatMap((part) => part.first),
        last: parts.flatMap((part) => part.last),
      };
    }
    case 'sequence':
      return node.parts
        .map((part) => build(automaton, part, probes))
        .reduce((left, right) => concatenate(automaton, left, right), NOTHING);
    case 'repeat':
      return buildRepeat(automaton, node, probes);
  }
}

const NOTHING: Fragment = { nullable: true, first: [], last: [] };

function buildRepeat(
  automaton: Automaton,
  { part, min, max }: Extract<PatternNode, { kind: 'repeat' }>,
  probes: string[],
): Fragment {
  if (max === Infinity || max > WRITTEN_OUT) {
    const body = build(automaton, part, probes);
    for (const position of body.last) link(automaton, position, body.first);
    return { ...body, nullable: body.nullable || min === 0 };
  }
  let result = NOTHING;
  for (let copy = 0; copy < max; copy += 1) {
    const body = build(automaton, part, probes);
    result = concatenate(automaton, result, copy < min ? body : { ...body, nullable: true });
  }
  return result;
}

function concatenate(automaton: Automaton, left: Fragment, right: Fragment): Fragment {
  for (const position of left.last) link(automaton, position, right.first);
  return {
    nullable: left.nullable && right.nullable,
    first: left.nullable ? [...left.first, ...right.first] : left.first,
    last: right.nullable ? [...left.last, ...right.last] : right.last,
  };
}

function link(automaton: Automaton, from: number, to: number[]): void {
  const follow = automaton.follow[from] as number[];
  // twice the same successor is two ways to read one text: keep it, hasTwoWaysAround looks for it
  follow.push(...to);
}

/** EDA: from a position back to itself in two ways, by the same text. */
function hasTwoWaysAround({ sets, follow }: Automaton): boolean {
  const count = sets.length;
  const reach = follow.map((_, from) => reachable(follow, from));
  for (let position = 0; position < count; position += 1) {
    if (!reach[position]?.has(position)) continue;
    const successors = follow[position] as number[];
    const inLoop = successors.filter((next) => reach[next]?.has(position) || next === position);
    if (new Set(inLoop).size < inLoop.length) return true;
    if (pairsFromTo({ sets, follow, reach }, position)) return true;
  }
  return false;
}

/** Is there a text that leads from (position, position) apart and back together? */
function pairsFromTo(
  { sets, follow, reach }: Automaton & { reach: Set<number>[] },
  position: number,
): boolean {
  const count = sets.length;
  const seen = new Set<number>([position * count + position]);
  const queue: [number, number, boolean][] = [[position, position, false]];
  const seenApart = new Set<number>();
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const [left, right, apart] = pair;
    for (const nextLeft of follow[left] as number[]) {
      if (!reach[nextLeft]?.has(position) && nextLeft !== position) continue;
      for (const nextRight of follow[right] as number[]) {
        if (!reach[nextRight]?.has(position) && nextRight !== position) continue;
        if (((sets[nextLeft] as bigint) & (sets[nextRight] as bigint)) === 0n) continue;
        const nextApart = apart || nextLeft !== nextRight;
        if (nextApart && nextLeft === position && nextRight === position) return true;
        const key = nextLeft * count + nextRight;
        const known = nextApart ? seenApart : seen;
        if (known.has(key)) continue;
        known.add(key);
        queue.push([nextLeft, nextRight, nextApart]);
      }
    }
  }
  return false;
}

/** IDA: a text that loops at p, leads from p to q, and loops at q. */
function hasTwoLoopsInARow({ sets, follow }: Automaton): boolean | 'unknown' {
  const reach = follow.map((_, from) => reachable(follow, from));
  const looping = follow.map((_, position) => position).filter((position) => reach[position]?.has(position));
  let steps = 0;
  for (const p of looping) {
    for (const q of looping) {
      if (p === q || !reach[p]?.has(q)) continue;
      const result = tripleLeads({ sets, follow }, { p, q, budget: MOST_STEPS - steps });
      if (result.found) return true;
      steps += result.steps;
      if (steps >= MOST_STEPS) return 'unknown';
    }
  }
  return false;
}

function tripleLeads(
  { sets, follow }: Automaton,
  { p, q, budget }: { p: number; q: number; budget: number },
): { found: boolean; steps: number } {
  const count = sets.length;
  const keyOf = (a: number, b: number, c: number) => (a * count + b) * count + c;
  const goal = keyOf(p, q, q);
  const seen = new Set([keyOf(p, p, q)]);
  const queue: [number, number, number][] = [[p, p, q]];
  let steps = 0;
  for (let triple = queue.pop(); triple && steps < budget; triple = queue.pop()) {
    for (const a of follow[triple[0]] as number[]) {
      for (const b of follow[triple[1]] as number[]) {
        const shared = (sets[a] as bigint) & (sets[b] as bigint);
        steps += 1;
        if (shared === 0n) continue;
        for (const c of follow[triple[2]] as number[]) {
          steps += 1;
          if ((shared & (sets[c] as bigint)) === 0n) continue;
          const key = keyOf(a, b, c);
          if (key === goal) return { found: true, steps };
          if (seen.has(key)) continue;
          seen.add(key);
          queue.push([a, b, c]);
        }
      }
    }
  }
  return { found: false, steps };
}

function reachable(follow: number[][], from: number): Set<number> {
  const seen = new Set<number>();
  const queue = [...(follow[from] as number[])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(follow[next] as number[]));
  }
  return seen;
}
