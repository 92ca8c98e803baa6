/** Tests that start the real server use dist/; what the chosen tests need of it is built once, before the first. */
import { ensureBuilt } from '../../scripts/build.js';

/** Folders of tests that need nothing built, and those that need the browser's pages too. */
const NEEDS_NOTHING = /^tests\/(engine|calendar|forms|jobs|designer|ui|seeds)\b/;
const NEEDS_PAGES = /^tests\/e2e\b/;

export default async function setup({ testPathPatterns }) {
  const chosen = testPathPatterns.patterns;
  const needs = (pattern) => chosen.length === 0 || chosen.some(pattern);
  const server = needs((path) => !NEEDS_NOTHING.test(path));
  const web = needs((path) => NEEDS_PAGES.test(path));
  await ensureBuilt({ server, web });
}
