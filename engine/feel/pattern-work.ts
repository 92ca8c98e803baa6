/** Characters that a pattern may be tried against when the ways to read one text double with every character. */
const LONGEST_DOUBLING = 20;
/** Steps of the matcher that one call may take, about. */
const MOST_STEPS = 10_000_000;

/**
 * Whether matching `pattern` against a text of `length` characters comes to an end soon, whatever the text. Estimated from
 * the pattern's repetitions without an upper bound: one inside another, or around a choice, may double the work with every
 * character; those side by side multiply it by the length.
 */
export function isQuickMatch(pattern: string, length: number): boolean {
  const { repeats, doubles } = repetitionsOf(pattern);
  if (doubles && length > LONGEST_DOUBLING) return false;
  return (length + 1) ** (repeats + 1) <= MOST_STEPS;
}

/** `isMany`: it holds a choice or a repetition. */
type Group = { isMany: boolean; around?: Group };

function repetitionsOf(pattern: string): { repeats: number; doubles: boolean } {
  // escapes and sets are one character each; what is in them repeats nothing
  const plain = pattern.replace(/\\./gsu, 'x').replace(/\[(?:[^\]])*\]/gu, 'x');
  let group: Group = { isMany: false };
  let repeats = 0;
  let doubles = false;
  let closed = false;
  for (const [part] of plain.matchAll(/\{\d+(?:,\d*)?\}|[\s\S]/gu)) {
    if (part === '(') group = { isMany: false, around: group };
    else if (part === '|') group.isMany = true;
    else if (part === '*' || part === '+' || isLarge(part)) {
      repeats++;
      if (closed) doubles = true;
      group.isMany = true;
    }
    closed = false;
    if (part !== ')' || !group.around) continue;
    // what holds a choice or a repetition, so does the group around it
    closed = group.isMany;
    group = group.around;
    if (closed) group.isMany = true;
  }
  return { repeats, doubles };
}

/** `{3,}` and `{1000}` repeat like `*`; `{2}` hardly. */
const isLarge = (bounds: string): boolean =>
  bounds.endsWith(',}') || Number(/(\d+)\}/.exec(bounds)?.[1]) > 20;
