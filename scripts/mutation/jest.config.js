/** Runs what bundle-tests.js has made; used by mutation tests only. */
export default {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/mutation-tests/all.test.js'],
  transform: {},
  maxWorkers: 1,
  testTimeout: 20_000,
};
