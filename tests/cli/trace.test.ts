import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from '../support/run-cli.ts';

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:motcua:test">
<process id="p" isExecutable="true"><startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="review"/>
<userTask id="review" name="Thẩm định"/><sequenceFlow id="f2" sourceRef="review" targetRef="end"/>
<endEvent id="end"/></process></definitions>`;

let folder: string;
const at = (name: string) => join(folder, name);
const plan = async (content: unknown) => {
  await writeFile(at('plan.json'), JSON.stringify(content));
  return ['--plan', at('plan.json')];
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-trace-'));
  await writeFile(at('a.bpmn'), XML);
  await writeFile(at('broken.bpmn'), XML.replace('targetRef="review"', 'targetRef="nowhere"'));
});
afterAll(() => rm(folder, { recursive: true }));

const trace = (...argv: string[]) => runCli(['trace', at('a.bpmn'), ...argv]);
const parsed = (out: string) => out.split('\n').map((line) => JSON.parse(line));

describe('trace', () => {
  it('prints one JSON object a line, the result last', async () => {
    const { code, out } = await trace('--json');
    expect(code).toBe(0);
    const lines = parsed(out);
    expect(lines[0]).toMatchObject({ type: 'enter', element: 'start', at: expect.any(String) });
    expect(lines.at(-1)).toEqual({ type: 'result', state: 'waiting', open: ['review'], variables: {} });
  });

  it('follows the plan', async () => {
    const steps = [{ advance: 'PT4H' }, { complete: 'review', output: { approved: true } }];
    const { out } = await trace('--json', ...(await plan({ input: { fee: 2000 }, steps })));
    expect(parsed(out).at(-1)).toEqual({
      type: 'result',
      state: 'completed',
      open: [],
      variables: { fee: 2000, approved: true },
    });
  });

  it('tells the same to a reader, by the clock of Việt Nam', async () => {
    const { out } = await trace(...(await plan({ steps: [{ advance: 'PT4H' }, { complete: 'review' }] })));
    expect(out).toMatch(/^2026-01-05 07:00:00 {2}vào +start$/m);
    expect(out).toMatch(/^2026-01-05 11:00:00 {2}hoàn thành +review$/m);
    expect(out).toContain('Quy trình đã kết thúc.');
  });

  it('warns of a step that finds nothing to act on', async () => {
    const { code, err } = await trace('--json', ...(await plan({ steps: [{ complete: 'nothing' }] })));
    expect(code).toBe(0);
    expect(err).toContain('cảnh báo');
  });

  it.each([
    ['an unknown step', { steps: [{ complete: 'review' }, { skip: 'review' }] }, 'Bước 2'],
    ['a step with two meanings', { steps: [{ complete: 'a', advance: 'PT1H' }] }, 'Bước 1'],
    ['a span that is none', { steps: [{ advance: '4 giờ' }] }, 'Bước 1'],
    ['something else altogether', { step: [] }, '"steps"'],
  ])('refuses a plan with %s', async (_name, content, sentence) => {
    const { code, out, err } = await trace(...(await plan(content)));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
  });

  it('answers 1 to a process with errors, and says that it failed', async () => {
    const { code, out, err } = await runCli(['trace', at('broken.bpmn'), '--json']);
    expect(code).toBe(1);
    expect(err).toContain('lỗi');
    expect(parsed(out).at(-1)).toMatchObject({ type: 'result', state: 'failed' });
  });
});
