import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyCommand, CommandRefused, compileProcess, startProcess } from '../../../engine/index.ts';
import type { Command, Process } from '../../../engine/types.ts';
import { arbitraryBlocks } from '../../support/arbitrary-blocks.ts';
import { drawBlocks } from '../../support/block-model.ts';

const AT = '2026-04-17T01:00:00.000Z';
const LONGEST_MS = 1000;

/** A change of the text at a place given by the dice. */
type Mutation = (xml: string, dice: () => number) => string;

const pickTag = (xml: string, dice: () => number): { from: number; to: number } => {
  const tags = [...xml.matchAll(/<[^>]*>/g)];
  const tag = tags[dice() % Math.max(1, tags.length)];
  return tag ? { from: tag.index, to: tag.index + tag[0].length } : { from: 0, to: 0 };
};
const words = [
  '',
  'p',
  'unknown',
  '${x}',
  '=',
  'PT0S',
  'R/PT0S',
  'javascript',
  '__proto__',
  '-1',
  '1e9',
  'số ngày > 3',
  '<',
  '&#0;',
];

const MUTATIONS: Mutation[] = [
  (xml, dice) => {
    const { from, to } = pickTag(xml, dice);
    return xml.slice(0, from) + xml.slice(to);
  },
  (xml, dice) => {
    const { from, to } = pickTag(xml, dice);
    return xml.slice(0, to) + xml.slice(from, to) + xml.slice(to);
  },
  (xml, dice) => {
    const one = pickTag(xml, dice);
    const other = pickTag(xml, dice);
    return xml.slice(0, one.from) + xml.slice(other.from, other.to) + xml.slice(one.to);
  },
  (xml, dice) => xml.slice(0, dice() % Math.max(1, xml.length)),
  (xml, dice) => {
    const values = [...xml.matchAll(/"[^"]*"/g)];
    const value = values[dice() % Math.max(1, values.length)];
    return value
      ? `${xml.slice(0, value.index)}"${words[dice() % words.length]}"${xml.slice(value.index + value[0].length)}`
      : xml;
  },
  (xml, dice) => {
    const kinds = [
      'userTask',
      'exclusiveGateway',
      'parallelGateway',
      'inclusiveGateway',
      'eventBasedGateway',
      'complexGateway',
      'subProcess',
      'callActivity',
      'transaction',
      'endEvent',
      'boundaryEvent',
      'intermediateCatchEvent',
      'receiveTask',
      'adHocSubProcess',
    ];
    const from = kinds[dice() % kinds.length]!;
    return xml.replaceAll(new RegExp(`(</?bpmn:)${from}\\b`, 'g'), `$1${kinds[dice() % kinds.length]}`);
  },
  (xml, dice) => {
    const at = dice() % Math.max(1, xml.length);
    return xml.slice(0, at) + String.fromCharCode(dice() % 0xd800) + xml.slice(at + 1);
  },
];

function mutated(xml: string, numbers: number[]): string {
  let next = 0;
  const dice = () => numbers[next++ % numbers.length]!;
  // Mostly one small fault, so that many files still run and meet the commands.
  const times = dice() % 3;
  let text = xml;
  for (let turn = 0; turn < times; turn++) text = MUTATIONS[dice() % MUTATIONS.length]!(text, dice);
  return text;
}

/** Any command at all, at open waits and at nothing. */
function runWildly(process: Process, numbers: number[]): void {
  let step = startProcess(process, { x: 1 }, AT);
  const seen: string[] = [];
  for (const number of numbers) {
    for (const effect of step.effects) if ('occurrence' in effect) seen.push(effect.occurrence);
    const occurrence = seen[number % Math.max(1, seen.length)] ?? 'none';
    const commands: Command[] = [
      { type: 'complete', occurrence, output: { x: number } },
      { type: 'fire-timer', occurrence },
      { type: 'job-done', occurrence },
      { type: 'job-failed', occurrence, message: 'no', ...(number % 2 ? { code: 'E' } : {}) },
      { type: 'message', name: words[number % words.length]! },
      { type: 'signal', name: 'unknown' },
      { type: 'call-ended', occurrence },
      { type: 'retry', occurrence },
      { type: 'set-variables', variables: { x: null } },
      { type: 'suspend' },
      { type: 'resume' },
      { type: 'jump', to: process.steps[number % Math.max(1, process.steps.length)]?.id ?? 'nowhere' },
    ];
    try {
      step = applyCommand(process, step.state, commands[number % commands.length]!, AT);
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
    }
  }
}

describe('a file that somebody broke', () => {
  it('is diagnosed or runs, and never throws or takes over a second', async () => {
    let ran = 0;
    const broken = fc.tuple(
      arbitraryBlocks({ depth: 1 }).map(drawBlocks),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(broken, async ([xml, numbers]) => {
        const startedAt = process.cpuUsage();
        const { process: program, diagnostics } = await compileProcess(mutated(xml, numbers));
        const hasErrors = diagnostics.some((finding) => finding.severity === 'error');
        expect(program !== null || hasErrors).toBe(true);
        if (program && !hasErrors) {
          ran++;
          runWildly(program, numbers);
        }
        expect(process.cpuUsage(startedAt).user / 1000).toBeLessThan(LONGEST_MS);
      }),
      { numRuns: 10_000 },
    );
    expect(ran).toBeGreaterThan(1000);
  }, 120_000);
});
