/** Tests that start the real server use dist/; build it once before the first of them. */
import { ensureBuilt } from '../../scripts/build.js';

export default async function setup() {
  await ensureBuilt();
}
