/**
 * What a tag of a Word form means: a name of the papers' catalogue (`dossier.code`), or a helper of the templates with
 * such names (`dateInWords issuedAt`). Nothing else is understood, and nothing of it runs.
 */
import { CATALOGUE } from '../../../templates/catalogue.ts';
import { HELPERS } from '../../../templates/helpers/index.ts';

export interface ParsedTag {
  /** a helper's name; absent for a bare name */
  helper?: string;
  paths: string[];
}

const PATH = /^[\p{L}_][\p{L}\p{N}_-]*(\.[\p{L}_][\p{L}\p{N}_-]*)*$/u;

/** @returns undefined when it is neither */
export function parseTag(tag: string): ParsedTag | undefined {
  const [first = '', ...rest] = tag.trim().split(/\s+/);
  if (rest.length === 0) return PATH.test(first) || first === '.' ? { paths: [first] } : undefined;
  const helper = HELPERS[first];
  if (!helper || helper.isMarkup || !rest.every((path) => PATH.test(path))) return undefined;
  return { helper: first, paths: rest };
}

/** The value of a tag in one scope; undefined when the scope does not know it, so that the one around it is asked. */
export function tagValue(tag: string, scope: unknown): unknown {
  const parsed = parseTag(tag);
  if (!parsed) return undefined;
  const values = parsed.paths.map((path) => follow(scope, path));
  if (values.every((value) => value === undefined)) return undefined;
  const [value] = values;
  if (parsed.helper) return HELPERS[parsed.helper]!.run(values, {});
  return typeof value === 'string' && INSTANTS.has(parsed.paths[0]!)
    ? HELPERS['dateTime']!.run([value], {})
    : value;
}

function follow(scope: unknown, path: string): unknown {
  if (path === '.') return scope;
  return path.split('.').reduce<unknown>((value, name) => own(value, name), scope);
}

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** A moment named bare is written as people read it; inside a list by its own name. */
const INSTANTS = new Set(
  CATALOGUE.filter(({ type }) => type === 'instant').map(({ path }) => path.replace(/^.*\[\]\./, '')),
);
