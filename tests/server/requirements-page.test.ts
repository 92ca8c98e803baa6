import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../server/package-root.ts';

const page = readFileSync(join(packageRoot(), 'docs/reference/requirements.md'), 'utf8');
const rows = [...page.matchAll(/^\| (R\d{3}|DL\d{2}) \| .+? \| (.+) \|$/gm)].map(([, id, files]) => ({
  id: id!,
  files: files!.split(', ').map((file) => file.replaceAll('`', '')),
}));

describe('the page of requirements', () => {
  it('names every rule of deadlines and the core rows of reception, handling, papers, audit and notices, each once', () => {
    const ids = rows.map(({ id }) => id);
    const rules = Array.from({ length: 30 }, (_, index) => `DL${String(index + 1).padStart(2, '0')}`);

    expect(ids.filter((id) => id.startsWith('DL'))).toEqual(rules);
    expect(ids.filter((id) => id.startsWith('R'))).toHaveLength(53);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(rows)('$id is in the text of the tests it names', ({ id, files }) => {
    for (const file of files) {
      expect(readFileSync(join(packageRoot(), file), 'utf8')).toMatch(new RegExp(`\\b${id}\\b`));
    }
  });
});
