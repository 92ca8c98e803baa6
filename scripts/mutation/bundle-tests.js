/** Bundles a room's tests, with all they import, into the one file that bundle-runner.js evaluates. */
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
await bundle.write({ file: `${folder}/all.test.cjs`, format: 'cjs', codeSplitting: false });
await bundle.close();
