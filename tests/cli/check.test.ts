import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from '../support/run-cli.ts';

let folder: string;
const at = (name: string) => join(folder, name);

const bpmn = (elements: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1"
  id="d" targetNamespace="urn:motcua:test"><process id="p" isExecutable="true">${elements}</process></definitions>`;

const SOUND = `<startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="review"/>
<userTask id="review" name="Thẩm định" motcua:unit="tp" motcua:role="specialist"/>
<sequenceFlow id="f2" sourceRef="review" targetRef="end"/><endEvent id="end"/>`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-check-'));
  await Promise.all([
    writeFile(at('sound.bpmn'), bpmn(SOUND)),
    writeFile(at('broken.bpmn'), bpmn(SOUND.replace('targetRef="review"', 'targetRef="nowhere"'))),
    writeFile(at('not.bpmn'), 'Kính gửi'),
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

describe('check', () => {
  it('answers 0 to a sound process', async () => {
    const { code, err } = await runCli(['check', at('sound.bpmn')]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('sound.bpmn') });
  });

  it('answers 1 and names the findings of a broken one', async () => {
    const { code, out, err } = await runCli(['check', at('broken.bpmn')]);
    expect(code).toBe(1);
    expect(out).toMatch(/^.*broken\.bpmn.*: lỗi: .+ \[.+\]$/m);
    expect(err).toMatch(/[1-9]\d* lỗi/);
  });

  it('prints each finding as JSON when asked', async () => {
    const { out, err } = await runCli(['check', at('broken.bpmn'), '--json']);
    expect(err).toBe('');
    expect(out.split('\n').map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({
        code: expect.any(String),
        severity: 'error',
        message: { vi: expect.any(String), en: expect.any(String) },
      }),
    );
  });

  it.each([
    [
      'ISO-8859-1',
      Buffer.from(bpmn(SOUND).replace('UTF-8', 'ISO-8859-1').replace('Thẩm định', 'à'), 'latin1'),
    ],
    ['UTF-16', Buffer.from(`\uFEFF${bpmn(SOUND).replace('UTF-8', 'UTF-16')}`, 'utf16le')],
  ])('reads a file in %s', async (encoding, bytes) => {
    await writeFile(at(`${encoding}.bpmn`), bytes);
    expect(await runCli(['check', at(`${encoding}.bpmn`)])).toMatchObject({ code: 0 });
  });

  it('answers 1 to a file that is no BPMN', async () => {
    expect(await runCli(['check', at('not.bpmn')])).toMatchObject({ code: 1 });
  });
});
