import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { modelerWords } from '../../designer/process/modeler/words.vi.ts';

const require = createRequire(import.meta.url);
const library = (name: string) => join(dirname(require.resolve(`${name}/package.json`)), 'lib');

/** Texts of the library's own examples, never on a screen. */
const NEVER_SHOWN = ['HELLO {you}', 'Align elements '];

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

const texts = (source: string, pattern: RegExp): string[] =>
  [...source.matchAll(pattern)].map((match) => match[2]!);

describe('the drawing library in Vietnamese', () => {
  it('has a word for every text that the library asks to be translated', () => {
    const sources = [...sourcesBelow(library('bpmn-js')), ...sourcesBelow(library('diagram-js'))];
    const asked = new Set(sources.flatMap((source) => texts(source, /translate\((['"])([^'"+]+)\1/g)));
    const missing = [...asked].filter((text) => !NEVER_SHOWN.includes(text) && !(text in modelerWords));
    expect(missing).toEqual([]);
  });

  it('has a word for every kind of element that the change menu offers', () => {
    const entries = readFileSync(join(library('bpmn-js'), 'features/popup-menu/PopupEntries.js'), 'utf8');
    const labels = texts(entries, /label: (['"])(.+?)\1/g);
    expect(labels.length).toBeGreaterThan(50);
    expect(labels.filter((text) => !(text in modelerWords))).toEqual([]);
  });
});
