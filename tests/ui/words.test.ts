/** Every word a screen asks for is there, in both languages, and nothing is kept that no screen asks for. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../server/package-root.ts';

const ROOMS = ['ui', 'workspace', 'designer'];

const words = { vi: wordsOf('vi'), en: wordsOf('en') };
const sources = ROOMS.flatMap((room) => sourceFiles(join(packageRoot(), room))).map((path) => ({
  path: path.slice(packageRoot().length + 1),
  text: readFileSync(path, 'utf8'),
}));

describe('the words of the screens', () => {
  it('are the same keys in Vietnamese and in English', () => {
    expect([...words.en.keys()].sort()).toEqual([...words.vi.keys()].sort());
  });

  it('have no empty sentence unless both languages leave it empty', () => {
    const lopsided = [...words.vi].filter(
      ([key, sentence]) => (sentence === '') !== (words.en.get(key) === ''),
    );
    expect(lopsided).toEqual([]);
  });

  it('fill the same places in both languages', () => {
    const different = [...words.vi].filter(
      ([key, sentence]) => placesIn(sentence) !== placesIn(words.en.get(key) ?? ''),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('are there for every key that a screen asks for', () => {
    const missing = sources.flatMap(({ path, text }) =>
      askedKeys(text)
        .filter((key) => !words.vi.has(key) && !key.endsWith(':phrases'))
        .map((key) => `${path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('are all asked for by some screen', () => {
    const asked = new Set(sources.flatMap(({ text }) => askedKeys(text)));
    const starts = sources.flatMap(({ text }) => templateStarts(text));
    const mentioned = new Set(sources.flatMap(({ text }) => literals(text)));
    const unused = [...words.vi.keys()].filter((key) => {
      const short = key.slice(key.indexOf(':') + 1);
      const isMentioned = asked.has(key) || mentioned.has(key) || mentioned.has(short);
      return !isMentioned && !starts.some((start) => key.startsWith(start) || short.startsWith(start));
    });
    expect(unused).toEqual([]);
  });
});

/** `namespace:dotted.key` -> sentence, of all rooms. A plural's variants count as the key. */
function wordsOf(language: 'vi' | 'en'): Map<string, string> {
  const found = new Map<string, string>();
  for (const room of ROOMS) {
    const folder = join(packageRoot(), room, 'i18n', language);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const namespace = basename(file, '.json');
      for (const [key, sentence] of flat(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
        // the editor's own words: English is what it speaks by itself
        if (key.startsWith('phrases.')) continue;
        found.set(`${namespace}:${key.replace(/_(one|other)$/, '')}`, sentence);
      }
    }
  }
  return found;
}

function flat(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as [string, string]] : flat(value, `${path}${name}.`),
  );
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const placesIn = (sentence: string): string =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();

const namespaceOf = (text: string): string => /useTranslation\('(\w+)'\)/.exec(text)?.[1] ?? 'ui';

const qualified = (key: string, text: string): string =>
  key.includes(':') ? key : `${namespaceOf(text)}:${key}`;

/** Keys given to `t` as plain strings. */
const askedKeys = (text: string): string[] =>
  [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => qualified(key, text));

/** What templates begin with before something is filled in: `status.` of `status.${key}`. */
const templateStarts = (text: string): string[] =>
  [...text.matchAll(/`([\w:.-]+\.)\$\{/g)].map(([, start = '']) => start);

const literals = (text: string): string[] =>
  [...text.matchAll(/'([^'\n]+)'/g)].map(([, literal = '']) => literal);
