/** Fields of another form brought into this one, as they are. */
import { childPointer } from '../../../forms/pointer.ts';
import { isNamedIn, renamedInFeel } from '../builder/field-names.ts';
import { groupAt, lastGroup, setGroup } from '../builder/form-groups.ts';
import { isRequired, setRequired } from '../builder/form-model.ts';
import { type JsonObject, propertiesAt, updateField } from '../builder/form-nodes.ts';
import type { FormDocuments } from '../form-api.ts';

/**
 * Copies root fields with what is in them. A name that is taken gets a number; a condition or formula that asks
 * a field which is in neither form is left behind.
 */
export function copyFields(
  target: FormDocuments,
  source: FormDocuments,
  names: readonly string[],
): FormDocuments {
  const taken = Object.keys(propertiesAt(target, ''));
  const renamed = new Map<string, string>();
  for (const name of names) renamed.set(name, freeOf(name, [...taken, ...renamed.values()]));
  const missing = Object.keys(propertiesAt(source, '')).filter(
    (name) => !renamed.has(name) && !taken.includes(name),
  );
  let next = target;
  for (const [name, as] of renamed) {
    next = updateField(next, '', {
      schema: { properties: { ...propertiesAt(next, ''), [as]: propertiesAt(source, '')[name] } },
      ui: { [as]: withRules(source.ui[name], { renamed, missing }) },
    });
    next = setRequired(next, childPointer('', as), isRequired(source, childPointer('', name)));
    const path = lastGroup(next);
    const group = groupAt(next, path);
    if (group) next = setGroup(next, path, { ...group, fields: [...group.fields, as] });
  }
  return next;
}

function freeOf(name: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : `${name}${count}`;
    if (!taken.includes(free)) return free;
  }
}

interface Rules {
  renamed: ReadonlyMap<string, string>;
  missing: readonly string[];
}

const RULES = ['ui:visibleIf', 'ui:requiredIf', 'ui:value'];

function withRules(node: unknown, { renamed, missing }: Rules): JsonObject | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
      if (!RULES.includes(key)) {
        const isNode = !key.startsWith('ui:') && typeof value === 'object' && !Array.isArray(value);
        return [[key, isNode ? withRules(value, { renamed, missing }) : value]];
      }
      if (missing.some((name) => isNamedIn(String(value), name))) return [];
      return [[key, [...renamed].reduce((feel, [from, to]) => renamedInFeel(feel, from, to), String(value))]];
    }),
  );
}
