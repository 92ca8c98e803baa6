/** The root's groups: steps, which may hold sections, or sections alone; and which field stands in which. */
import type { UiGroup } from '../../../forms/index.ts';
import type { FormDocuments } from '../form-api.ts';
import { childrenOf, type JsonObject, nameOf, reorder, uiAt, updateField } from './form-nodes.ts';

/** `[1]`: the second step or section; `[1, 0]`: the first section inside it; `[]`: outside of all. */
export type GroupPath = readonly number[];

export const groupsOf = ({ ui }: FormDocuments): UiGroup[] =>
  ((ui['ui:steps'] ?? ui['ui:sections']) as UiGroup[] | undefined) ?? [];

export const hasSteps = ({ ui }: FormDocuments): boolean => Array.isArray(ui['ui:steps']);

export function groupAt(documents: FormDocuments, path: GroupPath): UiGroup | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  return rest.reduce<UiGroup | undefined>(
    (group, place) => group?.sections?.[place],
    groupsOf(documents)[first],
  );
}

/** The last place a field may be put at: the last section of the last step. */
export function lastGroup(documents: FormDocuments): GroupPath {
  const groups = groupsOf(documents);
  if (groups.length === 0) return [];
  const sections = groups.at(-1)?.sections ?? [];
  return sections.length > 0 ? [groups.length - 1, sections.length - 1] : [groups.length - 1];
}

/** Where a root field stands; `[]` when outside of all. */
export function groupOfField(documents: FormDocuments, name: string): GroupPath {
  const find = (groups: readonly UiGroup[], before: GroupPath): GroupPath | undefined => {
    for (const [place, { fields, sections = [] }] of groups.entries()) {
      const path = [...before, place];
      if (fields.includes(name)) return path;
      const inner = find(sections, path);
      if (inner) return inner;
    }
    return undefined;
  };
  return find(groupsOf(documents), []) ?? [];
}

/** Names of root fields that stand in no group. */
export function ungrouped(documents: FormDocuments): string[] {
  const grouped = new Set(groupsOf(documents).flatMap(fieldsIn));
  return childrenOf(documents, '')
    .map(nameOf)
    .filter((name) => !grouped.has(name));
}

/** Names in the group at `path`, or of those outside. */
export const namesAt = (documents: FormDocuments, path: GroupPath): string[] =>
  path.length === 0 ? ungrouped(documents) : (groupAt(documents, path)?.fields ?? []);

/** Steps made sections again keep what stands inside them, side by side. */
export function setSteps(documents: FormDocuments, steps: boolean): FormDocuments {
  const groups = groupsOf(documents);
  return writeGroups(documents, steps ? groups : groups.flatMap(asSections), steps);
}

/** A new last group, inside the step at `parent` when one is named; the first takes in every field. */
export function addGroup(documents: FormDocuments, title: string, parent: GroupPath = []): FormDocuments {
  if (parent.length > 0) {
    const step = groupAt(documents, parent);
    if (!step) return documents;
    const sections = step.sections ?? [];
    const isFirst = sections.length === 0;
    return setGroup(documents, parent, {
      ...step,
      fields: isFirst ? [] : step.fields,
      sections: [...sections, { title, fields: isFirst ? step.fields : [] }],
    });
  }
  const groups = groupsOf(documents);
  return writeGroups(documents, [
    ...groups,
    { title, fields: groups.length === 0 ? ungrouped(documents) : [] },
  ]);
}

/** Changes the group at `path`; without one it goes, and its fields stay: in the step around it, or outside. */
export function setGroup(
  documents: FormDocuments,
  path: GroupPath,
  next: UiGroup | undefined,
): FormDocuments {
  const gone = groupAt(documents, path);
  const write = (groups: readonly UiGroup[], [place, ...rest]: GroupPath): UiGroup[] =>
    groups.flatMap((group, index) => {
      if (index !== place) return [group];
      if (rest.length === 0) return next ? [next] : [];
      const { sections: before = [], ...step } = group;
      const sections = write(before, rest);
      const fields =
        next || sections.length === before.length ? step.fields : [...step.fields, ...(gone?.fields ?? [])];
      return [{ ...step, fields, ...(sections.length > 0 ? { sections } : {}) }];
    });
  return writeGroups(documents, write(groupsOf(documents), path));
}

/** Moves a group among its neighbours. */
export function shiftGroup(documents: FormDocuments, path: GroupPath, by: -1 | 1): FormDocuments {
  const parent = path.slice(0, -1);
  const from = path.at(-1) ?? 0;
  const step = groupAt(documents, parent);
  const siblings = [...(step ? (step.sections ?? []) : groupsOf(documents))];
  const to = from + by;
  if (to < 0 || to >= siblings.length) return documents;
  siblings.splice(to, 0, ...siblings.splice(from, 1));
  return step
    ? setGroup(documents, parent, { ...step, sections: siblings })
    : writeGroups(documents, siblings);
}

/** Puts a root field at a place of a group, or among those outside. */
export function moveField(
  documents: FormDocuments,
  name: string,
  { group: path, index }: { group: GroupPath; index: number },
): FormDocuments {
  const taken = eachGroup(documents, '', (each) => ({
    ...each,
    fields: each.fields.filter((field) => field !== name),
  }));
  const group = groupAt(taken, path);
  if (group) return setGroup(taken, path, { ...group, fields: group.fields.toSpliced(index, 0, name) });
  const outside = ungrouped(taken)
    .filter((field) => field !== name)
    .toSpliced(index, 0, name);
  const others = childrenOf(taken, '')
    .map(nameOf)
    .filter((field) => !outside.includes(field));
  return reorder(taken, '', [...outside, ...others]);
}

/** Changes every group of a container's ui node, those inside others too. */
export function eachGroup(
  documents: FormDocuments,
  parent: string,
  change: (group: UiGroup) => UiGroup,
): FormDocuments {
  const ui = uiAt(documents, parent);
  const deep = (group: UiGroup): UiGroup => {
    const changed = change(group);
    return changed.sections ? { ...changed, sections: changed.sections.map(deep) } : changed;
  };
  const changes: JsonObject = {};
  for (const key of ['ui:steps', 'ui:sections']) {
    if (Array.isArray(ui[key])) changes[key] = (ui[key] as UiGroup[]).map(deep);
  }
  return Object.keys(changes).length > 0 ? updateField(documents, parent, { ui: changes }) : documents;
}

function writeGroups(
  documents: FormDocuments,
  groups: readonly UiGroup[],
  steps = hasSteps(documents),
): FormDocuments {
  const value = groups.length > 0 ? groups : undefined;
  return updateField(documents, '', {
    ui: { 'ui:steps': steps ? value : undefined, 'ui:sections': steps ? undefined : value },
  });
}

const fieldsIn = (group: UiGroup): string[] => [...group.fields, ...(group.sections ?? []).flatMap(fieldsIn)];

const asSections = ({ sections = [], ...step }: UiGroup): UiGroup[] =>
  step.fields.length > 0 || sections.length === 0 ? [step, ...sections] : sections;
