import base from './jest.config.js';

/** The tests of one room, without what is too slow to run for each mutant. */
const room = process.env.MUTATION_ROOM ?? 'engine';
const TESTS = {
  'server/deadlines': ['<rootDir>/tests/api/deadlines*.test.ts', '<rootDir>/tests/deadlines/**/*.test.ts'],
};

export default {
  ...base,
  globalSetup: undefined,
  maxWorkers: 1,
  testMatch: TESTS[room] ?? [`<rootDir>/tests/${room}/*.test.ts`],
};
