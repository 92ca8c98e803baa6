/** A field of the catalogue or of an e-form as one would mostly print it. */
import type { CatalogueEntry } from '../../../templates/index.ts';

/** What is put in; inside the block of a list, names are counted from the root. */
export type Writing = (isInList: boolean) => string;

/** @param all the entries among which a list finds what its items have */
export const writingOf =
  (entry: CatalogueEntry, all: readonly CatalogueEntry[]): Writing =>
  (isInList) =>
    printed({ ...entry, path: isInList ? `@root.${entry.path}` : entry.path }, itemOf(entry.path, all));

/** A field of the items of the list whose block it is put into: `name` of `components[].name`. */
export const writingOfItem = ({ path, ...entry }: CatalogueEntry): Writing => {
  const name = path.slice(path.lastIndexOf('[].') + 3);
  return () => printed({ ...entry, path: name }, 'this');
};

function printed({ path, type, options }: CatalogueEntry, item: string): string {
  if (options) return `{{choose ${path} ${options.map(quoted).join(' ')}}}`;
  switch (type) {
    case 'instant':
      return `{{dateInWords ${path}}}`;
    case 'address':
      return `{{{qr ${path} size=24}}}`;
    case 'truth':
      return `{{checkbox ${path}}}`;
    case 'number':
      return `{{number ${path}}}`;
    case 'list':
      return `{{#each ${path}}}{{position @index}}. {{${item}}}{{#unless @last}}; {{/unless}}{{/each}}`;
    default:
      return `{{${path}}}`;
  }
}

function itemOf(path: string, all: readonly CatalogueEntry[]): string {
  const items = all
    .filter((entry) => entry.path.startsWith(`${path}[].`))
    .map((entry) => entry.path.slice(path.length + 3));
  return items.find((name) => name === 'name') ?? items.find((name) => name !== 'index') ?? 'this';
}

const quoted = ({ value, label }: { value: string; label: { vi: string } }): string =>
  `"${plain(value)}" "${plain(label.vi)}"`;

const plain = (text: string): string => text.replaceAll('"', '”');
