import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { format } from 'pretty-format';

/** Values that Jest recorded beside these test files: test name, hint and number -> the value as it wrote it. */
export function readRecordedValues(files) {
  const recorded = {};
  for (const file of files) {
    const path = join(dirname(file), '__snapshots__', `${basename(file)}.snap`);
    if (existsSync(path)) new Function('exports', readFileSync(path, 'utf8'))(recorded);
  }
  return recorded;
}

/** Jest's matcher as far as our tests use it: it compares and never writes. `currentTest()` is the name of the test that runs. */
export function recordedValueMatcher(recorded, currentTest) {
  const counts = new Map();
  return (received, hint) => {
    const name = (hint ? `${currentTest()}: ${hint}` : currentTest()).replaceAll('\n', '\\n');
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const text = format(received, {
      escapeRegex: true,
      escapeString: false,
      indent: 2,
      printBasicPrototype: false,
      printFunctionName: false,
    });
    const pass = recorded[`${name} ${count}`] === (text.includes('\n') ? `\n${text}\n` : text);
    return { pass, message: () => `${name} ${count} is not as recorded` };
  };
}
