/**
 * Mutation tests: `npm run mutation -- engine`, `-- calendar`, `-- server/deadlines`. Slow; run by hand or at night.
 * Property, fuzz and differential tests are left out: they catch much, but cost seconds a mutant.
 */
const room = process.env.MUTATION_ROOM ?? 'engine';

export default {
  mutate: [`${room}/**/*.ts`, `!${room}/**/*.d.ts`, '!engine/types.ts', '!**/messages.ts'],
  testRunner: 'jest',
  jest: { configFile: 'stryker.jest.config.js', enableFindRelatedTests: false },
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 3000,
  reporters: ['clear-text', 'html', 'json'],
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false },
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['dist', 'data', 'reports', 'coverage', 'docs'],
  thresholds: { high: 90, low: 85, break: null },
};
