import { parseExpression } from 'feelin';
import { camundaFunctions } from './camunda-functions.ts';
import { isQuickMatch } from './pattern-work.ts';

/** Items that one evaluation may go through, all its loops and filters together. */
export const MAX_ITEMS = 20_000;
/** Characters and items that a result may hold. */
const MAX_SIZE = 1_000_000;

/** The work that one evaluation has done so far. */
export interface Budget {
  isSpent(): boolean;
  /** functions that the text from `boundWork` calls */
  functions: Record<string, (...args: never[]) => unknown>;
}

/**
 * Rewrites loops, filters, joined lists and patterns so that they ask the budget first: `for i in 1..n` becomes
 * `for i in within_range(1, n)`; and what is put in order so that it is seen (order.ts): `a < b` becomes
 * `order_left(a) < order_right(b)`. A text that has none of them comes back as it is. `names` are needed where a
 * variable's name holds a sign or a space (`a-b`, `bản in`).
 */
export function boundWork(feel: string, names: Record<string, unknown> = camundaFunctions): string {
  const edits: { at: number; drop: number; text: string }[] = [];
  parseExpression(feel, names, undefined).iterate({
    enter({ node }) {
      if (node.type.name === 'IterationContext') edits.push(...boundIteration(node));
      else if (node.type.name === 'FilterExpression') edits.push(...boundFilter(node));
      else if (node.type.name === 'FunctionInvocation') edits.push(...boundCall(feel, node));
      else if (node.type.name === 'Comparison') edits.push(...watchOrder(feel, node));
    },
  });
  // from the back, so that earlier places stay where they are; of what opens at one place the inner goes first
  edits.reverse().sort((a, b) => b.at - a.at || b.drop - a.drop);
  let text = feel;
  for (const { at, drop, text: put } of edits) text = text.slice(0, at) + put + text.slice(at + drop);
  return text;
}

export function createBudget(): Budget {
  let left = MAX_ITEMS;
  let isSpent = false;
  /** lengths of the texts whose patterns are still to come, innermost last */
  const lengths: number[] = [];
  const spend = (count: number): boolean => {
    left -= count;
    if (left < 0) isSpent = true;
    return !isSpent;
  };
  return {
    isSpent: () => isSpent,
    functions: {
      within_range: (from: unknown, to: unknown) => {
        if (typeof from !== 'number' || typeof to !== 'number') return null;
        const count = Math.abs(Math.trunc(to) - Math.trunc(from)) + 1;
        if (!spend(count)) return [];
        const step = Math.sign(to - from);
        return Array.from({ length: count }, (_, index) => from + step * index);
      },
      within_list: (list: unknown) => (spend(Array.isArray(list) ? list.length : 1) ? list : []),
      within_joined: (...lists: unknown[]) => {
        if (lists.some((list) => list === null || list === undefined)) return null;
        const joined = lists.map((list) => (Array.isArray(list) ? list : [list]));
        return spend(joined.reduce((sum, list) => sum + list.length, 0)) ? joined.flat() : [];
      },
      within_text: (text: unknown) => {
        lengths.push(typeof text === 'string' ? text.length : 0);
        return text;
      },
      within_pattern: (pattern: unknown) => {
        const length = lengths.pop() ?? 0;
        if (typeof pattern !== 'string' || isQuickMatch(pattern, length)) return pattern;
        isSpent = true;
        return null;
      },
      within_flat: (list: unknown) => {
        if (!Array.isArray(list)) return list;
        return spend(isSmall(list) ? list.length : Number.POSITIVE_INFINITY)
          ? list.flat(Number.POSITIVE_INFINITY)
          : [];
      },
    },
  };
}

/** Whether a value is small enough to be kept; looked at only as far as needed. */
export function isSmall(value: unknown): boolean {
  let left = MAX_SIZE;
  const pending: unknown[] = [value];
  while (pending.length > 0 && left >= 0) {
    const each = pending.pop();
    left -= typeof each === 'string' ? each.length : 1;
    if (typeof each !== 'object' || each === null) continue;
    const parts: unknown[] = Array.isArray(each) ? each : Object.values(each);
    if (parts.length > left) return false;
    for (const part of parts) pending.push(part);
  }
  return left >= 0;
}

type TreeNode = Parameters<
  NonNullable<Parameters<ReturnType<typeof parseExpression>['iterate']>[0]['enter']>
>[0]['node'];
type Edit = { at: number; drop: number; text: string };

function boundIteration(node: TreeNode): Edit[] {
  const dots = node.getChild('..');
  if (!dots) return [around(node, 'within_list('), closing(node.to)];
  // the two ends of a range become two arguments
  return [around(node, 'within_range('), { at: dots.from, drop: 2, text: ', ' }, closing(node.to)];
}

function boundFilter(node: TreeNode): Edit[] {
  const list = node.firstChild;
  if (!list || node.getChild('NumericLiteral')) return [];
  return [around(list, 'within_list('), closing(list.to)];
}

function boundCall(feel: string, node: TreeNode): Edit[] {
  const callee = node.firstChild;
  if (!callee) return [];
  const name = feel.slice(callee.from, callee.to);
  const text = JOINING.get(name);
  if (text) return [{ at: callee.from, drop: callee.to - callee.from, text }];
  return MATCHING.includes(name) ? boundMatch(node) : [];
}

/** The text is evaluated before its pattern, so the pattern is weighed against the text last seen. */
function boundMatch(node: TreeNode): Edit[] {
  const operands = childrenOf(node.getChild('PositionalParameters'));
  const named = childrenOf(node.getChild('NamedParameters'));
  const [text, pattern] = operands.length > 0 ? operands : named.map((each) => each.lastChild ?? each);
  if (!text || !pattern) return [];
  return [
    around(text, 'within_text('),
    closing(text.to),
    around(pattern, 'within_pattern('),
    closing(pattern.to),
  ];
}

const ORDERS = ['<', '<=', '>', '>='];

function watchOrder(feel: string, node: TreeNode): Edit[] {
  const [left, sign, ...rest] = childrenOf(node);
  const right = rest.at(-1);
  if (!left || !sign || !right) return [];
  if (sign.type.name === 'in') return watchTests(feel, node, left);
  // feelin evaluates both ends before what lies between
  if (sign.type.name === 'between')
    return [...call('order_left', rest[0]!), ...call('order_middle', right), ...call('order_right', left)];
  return isOrder(feel, sign) ? [...call('order_left', left), ...call('order_right', right)] : [];
}

/** feelin's grammar takes what follows behind `and` and `or` for part of the test: `a in [1..5] and b` gets its parentheses. */
function watchTests(feel: string, node: TreeNode, left: TreeNode): Edit[] {
  const test = firstTest(node);
  const tests = test ? boundsIn(feel, test) : childrenOf(node).flatMap((part) => boundsIn(feel, part));
  return [
    ...(test ? call('', { from: left.from, to: test.to }) : []),
    ...(tests.length > 0 ? call('order_tested', left) : []),
    ...tests.flatMap((bound) => call('order_test', bound)),
  ];
}

/** What stands before the first `and` or `or` inside the test of an `in`, when one does. */
function firstTest(node: TreeNode): TreeNode | undefined {
  let test = node.getChild('PositiveUnaryTest')?.firstChild ?? undefined;
  const whole = test;
  while (test && /^(Con|Dis)junction$/.test(test.type.name)) test = test.firstChild ?? undefined;
  return test === whole ? undefined : test;
}

/** What stands behind the signs of order, and the ends of the intervals, of a test. */
function boundsIn(feel: string, part: TreeNode): TreeNode[] {
  if (!TEST_PARTS.test(part.type.name)) return [];
  const [first, second] = childrenOf(part);
  if (part.type.name === 'Interval') return childrenOf(part).filter(({ type }) => /\w/.test(type.name));
  if (first?.type.name !== 'CompareOp') return childrenOf(part).flatMap((inner) => boundsIn(feel, inner));
  return second && isOrder(feel, first) ? [second] : [];
}

const TEST_PARTS = /^(PositiveUnaryTests?|SimplePositiveUnaryTest|ParenthesizedExpression|Interval)$/;
const isOrder = (feel: string, { from, to }: TreeNode) => ORDERS.includes(feel.slice(from, to));

const call = (name: string, place: { from: number; to: number }): Edit[] => [
  around(place, `${name}(`),
  closing(place.to),
];

function childrenOf(node: TreeNode | null): TreeNode[] {
  const children: TreeNode[] = [];
  for (let child = node?.firstChild ?? null; child; child = child.nextSibling) children.push(child);
  return children;
}

/** Built-in functions whose result grows with every call on itself. */
const JOINING = new Map([
  ['concatenate', 'within_joined'],
  ['flatten', 'within_flat'],
]);
/** Built-in functions of a text and a pattern. */
const MATCHING = ['matches', 'replace', 'split'];

function around(node: { from: number }, text: string): Edit {
  return { at: node.from, drop: 0, text };
}

function closing(at: number): Edit {
  return { at, drop: 0, text: ')' };
}
