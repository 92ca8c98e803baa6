/**
 * The named lists that a form's field may take its values from (`ui:list`). They are data files of the package, so a
 * form reaches no address of its own; what a list holds is what a paper prints.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form, FormProblem, ValueLists } from '../../forms/index.ts';
import type { Localised } from '../contract/common.ts';
import type { ListItem, ListSummary } from '../contract/lists.ts';
import { packageRoot } from '../package-root.ts';

export interface ReferenceLists extends ValueLists {
  summaries(): ListSummary[];
  /** `undefined` when there is no such list; with `within`, only what belongs to that value of the list above */
  items(name: string, within?: string): readonly ListItem[] | undefined;
}

/** Reads the data files when first asked, once. */
export function openReferenceLists(): ReferenceLists {
  let lists: Map<string, ReadList> | undefined;
  const all = () => {
    lists ??= readLists();
    return lists;
  };
  const items = (name: string, within?: string) => {
    const list = all().get(name);
    return within === undefined ? list?.items : (list?.within.get(within) ?? (list && []));
  };
  return {
    summaries: () =>
      [...all().values()].map(({ name, title, source, above }) => ({
        name,
        title,
        source,
        ...(above ? { within: above } : {}),
      })),
    items,
    has: (name, value, within) => items(name, within)?.some((item) => item.value === value),
  };
}

/** What is wrong with a form that names a list which is not there. */
export const unknownLists = (form: Form, lists: Pick<ReferenceLists, 'items'>): FormProblem[] =>
  form.lists
    .filter(({ list }) => !lists.items(list))
    .map(({ list, pointer }) => ({
      pointer,
      code: 'list-not-found',
      message: {
        vi: `Hệ thống không có danh mục “${list}”.`,
        en: `There is no list “${list}”.`,
      },
    }));

interface ReadList {
  name: string;
  title: Localised;
  source: string;
  /** the list that its items lie in */
  above?: string;
  items: ListItem[];
  within: Map<string, ListItem[]>;
}

interface AdministrativeUnits {
  source: string;
  provinces: { code: string; kind: string; name: string; communes: Record<string, string> }[];
}

function readLists(): Map<string, ReadList> {
  const units = readData<AdministrativeUnits>('administrative-units.json');
  const groups = readData<{ source: string; names: string[] }>('ethnic-groups.json');
  const lists = [
    listOf({
      name: 'tinh-thanh',
      title: { vi: 'Tỉnh, thành phố', en: 'Provinces and cities' },
      source: units.source,
      items: units.provinces.map(({ code, kind, name }) => ({ value: name, label: `${kind} ${name}`, code })),
    }),
    listOf({
      name: 'xa-phuong',
      title: { vi: 'Xã, phường, đặc khu', en: 'Communes, wards and special zones' },
      source: units.source,
      above: 'tinh-thanh',
      items: units.provinces.flatMap(({ name: within, communes }) =>
        Object.entries(communes).map(([code, name]) => ({ value: name, label: name, code, within })),
      ),
    }),
    listOf({
      name: 'dan-toc',
      title: { vi: 'Dân tộc', en: 'Ethnic groups' },
      source: groups.source,
      items: groups.names.map((name) => ({ value: name, label: name })),
    }),
  ];
  return new Map(lists.map((list) => [list.name, list]));
}

function listOf(list: Omit<ReadList, 'within'>): ReadList {
  const within = new Map<string, ListItem[]>();
  for (const item of list.items) {
    if (item.within !== undefined) within.set(item.within, [...(within.get(item.within) ?? []), item]);
  }
  return { ...list, within };
}

const readData = <T>(file: string): T =>
  JSON.parse(readFileSync(join(packageRoot(), 'server/catalogue/lists', file), 'utf8')) as T;
