/**
 * Filling fields in beforehand (`ui:from`): from the applicant named on the page, and from what the same person
 * answered before. What somebody typed, or emptied, is never overwritten.
 */
import { type PathStep, ROWS } from './conditions.ts';
import type { Form } from './form.ts';
import { canonical } from './keywords.ts';
import { pointerOf, pointerTokens, valueAt } from './pointer.ts';
import type { PrefillSource } from './prefill-sources.ts';
import type { UiNode } from './types.ts';
import { validateForm } from './validate-form.ts';
import { withValue } from './visible-data.ts';

/** A value for a field, and where it came from. */
export interface PrefillOffer {
  pointer: string;
  value: unknown;
  source: PrefillSource;
}

/** What was filled in for somebody, by the pointer of its field; kept with the draft. */
export type Prefilled = Readonly<Record<string, { value: unknown; source: PrefillSource; note?: string }>>;

export interface PrefillFacts {
  applicant?: Readonly<Record<string, unknown>>;
  submitter?: Readonly<Record<string, unknown>>;
  /** what the same person answered before at this pointer, in this form or in another that has such a field */
  earlier?(pointer: string): unknown;
}

/** A value for each field whose `ui:from` finds one that the field accepts. Rows of tables are not filled in. */
export function prefillOffers(form: Form, facts: PrefillFacts): PrefillOffer[] {
  return rulesOf(form.ui).flatMap(({ tokens, sources }) => {
    const pointer = pointerOf(tokens);
    for (const source of sources) {
      const value = valueFrom(facts, source, pointer);
      if (isFilled(value) && isAccepted(form, { tokens, pointer, value }))
        return [{ pointer, value, source }];
    }
    return [];
  });
}

interface Draft {
  data: unknown;
  prefilled: Prefilled;
}

/**
 * Puts offers into a draft: into fields that are empty and were never filled in, and into those that still hold
 * what was filled in before. The same draft comes back when nothing changes.
 */
export function applyPrefill(draft: Draft, offers: readonly (PrefillOffer & { note?: string })[]): Draft {
  let { data, prefilled } = draft;
  for (const { pointer, value, source, note } of offers) {
    const current = valueAt(data, pointer);
    const given = Object.hasOwn(prefilled, pointer) ? prefilled[pointer] : undefined;
    const isFree = given ? isFilled(current) && isSame(current, given.value) : current === undefined;
    if (!isFree || (given && isSame(given.value, value))) continue;
    data = withValue(data ?? {}, pointerTokens(pointer), value);
    prefilled = { ...prefilled, [pointer]: { value, source, ...(note === undefined ? {} : { note }) } };
  }
  return data === draft.data ? draft : { data, prefilled };
}

interface Rule {
  tokens: string[];
  sources: PrefillSource[];
}

function rulesOf(ui: UiNode): Rule[] {
  const rules: Rule[] = [];
  const visit = (node: UiNode, path: PathStep[]): void => {
    const from = node['ui:from'];
    if (from !== undefined && !path.includes(ROWS)) {
      rules.push({ tokens: path as string[], sources: [from].flat() as PrefillSource[] });
    }
    for (const [key, child] of Object.entries(node)) {
      if (key.startsWith('ui:') || typeof child !== 'object' || child === null) continue;
      visit(child as UiNode, [...path, key === 'items' ? ROWS : key]);
    }
  };
  visit(ui, []);
  return rules;
}

function valueFrom(facts: PrefillFacts, source: PrefillSource, pointer: string): unknown {
  if (source === 'earlier') return facts.earlier?.(pointer);
  const [whose, name] = source.split('.') as ['applicant' | 'submitter', string];
  const found = facts[whose];
  return found && Object.hasOwn(found, name) ? found[name] : undefined;
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** An offer that its field would refuse (an old number of 9 digits) is none. */
function isAccepted(
  form: Form,
  { tokens, pointer, value }: { tokens: string[]; pointer: string; value: unknown },
): boolean {
  const { errors } = validateForm(form, withValue({}, tokens, value), 'vi');
  return !errors.some((error) => error.pointer === pointer);
}

const isSame = (left: unknown, right: unknown): boolean => canonical(left) === canonical(right);
