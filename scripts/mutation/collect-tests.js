import { bind } from 'jest-each';

/**
 * Jest's `describe`, `it` and hooks, as far as our tests use them: they collect a flat list of tests instead of running them.
 * A test is `{ id, name, run, ms, groups }`; its groups carry the hooks, outermost first.
 */
export function collectTests() {
  const tests = [];
  let groups = [newGroup('')];
  const nameOf = (name) => [...groups.map((group) => group.name), name].filter(Boolean).join(' ');

  function describe(name, body) {
    const outside = groups;
    groups = [...groups, newGroup(name)];
    body();
    groups = outside;
  }
  function it(name, run, ms = 20_000) {
    const full = nameOf(name);
    tests.push({ id: `${tests.length} ${full}`, name: full, run, ms, groups });
  }
  describe.each = bind(describe);
  it.each = bind(it);
  const hook = (kind) => (run) => groups.at(-1)[kind].push(run);
  return {
    tests,
    globals: {
      describe,
      it,
      test: it,
      beforeAll: hook('beforeAll'),
      afterAll: hook('afterAll'),
      beforeEach: hook('beforeEach'),
      afterEach: hook('afterEach'),
    },
  };
}

const newGroup = (name) => ({ name, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] });
