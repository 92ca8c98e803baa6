#!/usr/bin/env node
/** The command: builds what is stale, then hands over to server/cli. */
import { ensureBuilt } from '../scripts/build.js';

await ensureBuilt({ web: process.argv[2] === 'serve' });
const { main } = await import('../dist/server/motcua.js');
process.exitCode = await main(process.argv.slice(2));
