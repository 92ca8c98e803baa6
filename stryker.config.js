import { chosenRoom } from './scripts/mutation/rooms.js';

/**
 * Mutation tests of one room: `MUTATION_ROOM=engine npm run mutation`, also `calendar` and `server/deadlines`.
 * MUTATION_ONLY narrows it to a folder or file. Half an hour for the kernel; run by hand or at night.
 */
const { mutate, target } = chosenRoom();

export default {
  mutate: [
    mutate.endsWith('.ts') ? mutate : `${mutate}/**/*.ts`,
    '!**/*.d.ts',
    '!engine/types.ts',
    '!**/messages.ts',
  ],
  plugins: ['./scripts/mutation/bundle-runner.js'],
  testRunner: 'bundle',
  buildCommand: 'node scripts/mutation/bundle-tests.js',
  testRunnerNodeArgs: ['--no-warnings'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 3000,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false },
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['/dist', '/data', '/reports', '/coverage', '/docs'],
  thresholds: { high: target, low: target, break: target },
};
