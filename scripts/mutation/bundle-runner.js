import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { expect } from 'expect';
import { collectTests } from './collect-tests.js';
import { readRecordedValues, recordedValueMatcher } from './recorded-values.js';
import { chosenRoom } from './rooms.js';

/**
 * A Stryker test runner for one bundle of tests. The bundle is parsed once and evaluated anew for every mutant, so that no
 * mutant finds what another left in a cache; only the tests that reach the mutant run, up to the first that fails.
 * With Jest, which starts each mutant from files, the kernel's nine thousand mutants take many hours.
 */
class BundleRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    globalThis.__stryker__ ??= {};
    process.env.MOTCUA_PROPERTY_RUNS ??= '12';
    this.recorded = readRecordedValues(chosenRoom().files);
    this.file = join(process.cwd(), 'mutation-tests', 'all.test.cjs');
    const source = await readFile(this.file, 'utf8');
    this.script = new Script(`(function (require, module, exports, __filename, __dirname) {${source}\n})`, {
      filename: this.file,
    });
  }

  async dryRun({ coverageAnalysis }) {
    const results = await this.run({ perTest: coverageAnalysis === 'perTest' });
    const { mutantCoverage } = globalThis.__stryker__;
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const stryker = globalThis.__stryker__;
    stryker.activeMutant = activeMutant.id;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.hitLimit = hitLimit;
    const results = await this.run({ only: testFilter && new Set(testFilter) });
    return toMutantRunResult(
      determineHitLimitReached(stryker.hitCount, hitLimit) ?? {
        status: DryRunStatus.Complete,
        tests: results,
      },
    );
  }

  /** Evaluates the bundle and runs its tests, all in a dry run (`perTest`), else until one fails. */
  async run({ only, perTest }) {
    globalThis.__stryker__.currentTestId = undefined;
    const { tests, globals } = collectTests();
    const real = createRequire(this.file);
    const load = (name) => (name === '@jest/globals' ? { ...globals, expect } : real(name));
    const module = { exports: {} };
    this.script.runInThisContext()(load, module, module.exports, this.file, join(this.file, '..'));

    let current = '';
    expect.extend({ toMatchSnapshot: recordedValueMatcher(this.recorded, () => current) });
    const results = [];
    const entered = new Set();
    for (const test of tests) {
      if (only && !only.has(test.id)) continue;
      current = test.name;
      if (perTest) globalThis.__stryker__.currentTestId = test.id;
      const result = await runTest(test, entered);
      results.push(result);
      if (!perTest && result.status === TestStatus.Failed) break;
    }
    for (const group of [...entered].reverse()) for (const leave of group.afterAll) await leave();
    return results;
  }
}

async function runTest({ id, name, run, ms, groups }, entered) {
  const startedAt = performance.now();
  const outcome = (rest) => ({ id, name, timeSpentMs: performance.now() - startedAt, ...rest });
  let late;
  const limit = new Promise((_, reject) => {
    late = setTimeout(() => reject(new Error(`no end after ${ms} ms`)), ms);
  });
  try {
    for (const group of groups) {
      if (entered.has(group)) continue;
      entered.add(group);
      for (const enter of group.beforeAll) await enter();
    }
    for (const group of groups) for (const prepare of group.beforeEach) await prepare();
    await Promise.race([run(), limit]);
    for (const group of groups.toReversed()) for (const tidy of group.afterEach) await tidy();
    return outcome({ status: TestStatus.Success });
  } catch (fault) {
    return outcome({ status: TestStatus.Failed, failureMessage: String(fault?.message ?? fault) });
  } finally {
    clearTimeout(late);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundle', BundleRunner)];
