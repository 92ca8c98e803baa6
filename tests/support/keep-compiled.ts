import { expect } from '@jest/globals';
import { type Program, programOf } from '../../engine/compile/program.ts';
import {
  type Compiled,
  type CompileOptions,
  compileProcess,
  type Plan,
  type TraceOptions,
  traceProcess,
} from '../../engine/index.ts';

/** Compiles, and holds the programs and findings to what is recorded beside the test. */
export async function keepCompiled(xml: string, options?: CompileOptions): Promise<Compiled> {
  const compiled = await compileProcess(xml, options);
  const findings = compiled.diagnostics.map((finding) => JSON.stringify(finding));
  const programs = Object.values(compiled.processes).map((process) => describeProgram(programOf(process)));
  expect(shortened([...findings, ...programs])).toMatchSnapshot('compiled');
  return compiled;
}

/** Traces, and holds what was said to what is recorded beside the test. */
export async function keepTraced(xml: string, plan?: Plan, options?: TraceOptions) {
  const trace = await traceProcess(xml, plan, options);
  const lines = [...trace.diagnostics, ...trace.events, trace.result].map((each) => JSON.stringify(each));
  expect(shortened(lines)).toMatchSnapshot('traced');
  return trace;
}

const MOST_LINES = 200;
const LONGEST_LINE = 5000;

const shortened = (lines: string[]): string =>
  lines
    .slice(0, MOST_LINES)
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line))
    .join('\n');

/** A line an element: what it refers to by id, what it says by its values; what is empty is left out. */
function describeProgram({ steps, starters, nodes, flows, scope, ...rest }: Program): string {
  const scopes = [scope, ...[...nodes.values()].flatMap(({ body }) => (body ? [body] : []))];
  const lines = [...nodes.values(), ...flows.values(), ...scopes, ...starters, ...steps, rest];
  return lines
    .map((each) => JSON.stringify(each, (key, value) => (key === '' ? value : referred(value))))
    .join('\n');
}

function referred(value: unknown): unknown {
  if (value === '' || value === false) return undefined;
  if (value instanceof Map) return [...value].map(([key, inside]) => [referred(key), referred(inside)]);
  if (value instanceof Set) return [...value].map(referred);
  if (Array.isArray(value)) return value.length > 0 ? value : undefined;
  if (typeof value !== 'object' || value === null) return value;
  const isElement = 'incoming' in value || 'entries' in value || ('id' in value && 'target' in value);
  return isElement ? `#${(value as { id: string }).id}` : value;
}
