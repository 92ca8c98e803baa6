/**
 * Bundles a room's tests, and all they import, into one file. Jest loads a fresh copy of every module for every mutant:
 * one file instead of two hundred makes that ten times faster.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';
import { chosenRoom } from './rooms.js';

const { files, bundled } = chosenRoom();
const folder = 'mutation-tests';
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/all.ts`, files.map((file) => `import '../${file}';\n`).join(''));
const bundle = await rolldown({
  input: `${folder}/all.ts`,
  platform: 'node',
  external: bundled ? ['@jest/globals'] : /^[^./]/,
});
await bundle.write({ file: `${folder}/all.test.js`, format: 'esm' });
await bundle.close();
