import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  CATALOGUE,
  compileTemplate,
  HELPERS,
  isInCatalogue,
  PARTIALS,
  unknownVariables,
} from '../../templates/index.ts';
import { officialTemplates } from '../../templates/worker/index.ts';

const page = readFileSync('docs/reference/templates.md', 'utf8');

describe('docs/reference/templates.md', () => {
  it.each([...Object.keys(HELPERS), ...Object.keys(PARTIALS), ...CATALOGUE.map(({ path }) => path)])(
    'explains %s',
    (name) => {
      expect(page).toContain(`| \`${name}\` |`);
    },
  );

  it.each(officialTemplates().map(({ key, isReconstructed }) => [key, isReconstructed] as const))(
    'lists %s, and whether it is reconstructed',
    (key, isReconstructed) => {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${key}\` |`))!;
      expect(row.endsWith('| yes |')).toBe(isReconstructed);
    },
  );
});

describe('examples of helpers', () => {
  it.each(Object.values(HELPERS).map(({ example }) => example))(
    '%s names only what papers have',
    (example) => {
      const closed = example.startsWith('{{#') ? `${example}{{/if}}` : example;
      const { template } = compileTemplate(`{{#each components}}${closed}{{/each}}`);
      const names = unknownVariables(template!, (path) => isInCatalogue(path.replace('components[].', '')));
      expect(names).toEqual([]);
    },
  );
});
