/** What a change of a form touches beyond the form: papers that print a field, conditions that ask it. */
import type { FormChange } from '../../../forms/index.ts';
import { pointerTokens } from '../../../forms/pointer.ts';
import type { FormUses } from '../../../server/contract/catalogue.ts';

export type FieldUse = FormUses['fields'][number]['by'][number];

/** Places that name the field of a change, or a field inside it when it is gone or of another type. */
export function usesTouchedBy(change: FormChange, uses: FormUses): FieldUse[] {
  if (!TOUCHING.has(change.code)) return [];
  const path = pathOf(change.pointer);
  const isInside = change.code === 'field-removed' || change.code === 'type-changed';
  const touched = uses.fields
    .filter((field) => field.path === path || (isInside && isUnder(field.path, path)))
    .flatMap(({ by }) => by);
  const byPlace = new Map(touched.map((use) => [[use.kind, use.key, use.version, use.element].join(), use]));
  return [...byPlace.values()];
}

/** Changes after which a paper may stay blank or a condition no longer hold; a new label changes neither. */
const TOUCHING: ReadonlySet<FormChange['code']> = new Set([
  'field-removed',
  'type-changed',
  'now-optional',
  'option-removed',
  'condition-changed',
]);

/** `/floors/-/area` -> `floors[].area` */
const pathOf = (pointer: string): string =>
  pointerTokens(pointer).reduce(
    (path, token) => (token === '-' ? `${path}[]` : path === '' ? token : `${path}.${token}`),
    '',
  );

const isUnder = (path: string, parent: string): boolean =>
  path.startsWith(`${parent}.`) || path.startsWith(`${parent}[]`);
