import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { inspectFile } from '../../designer/process/file/inspect-file.ts';
import { SAMPLE_PROVINCE } from '../../seeds/load.ts';
import { buildProcess } from '../support/build-process.ts';

describe('the report on a file drawn elsewhere', () => {
  it('counts what was understood', async () => {
    const xml = readFileSync(`${SAMPLE_PROVINCE}/procedures/2.000815/process.bpmn`, 'utf8');
    const report = await inspectFile(xml);
    expect(report).toMatchObject({ hasDiagram: true, dialects: [], findings: [] });
    expect(report.steps).toBeGreaterThan(2);
  });

  it('names the tool it comes from, and says when there is no picture', async () => {
    const xml = buildProcess('start S\nuser A camunda:candidateGroups=clerk\nend E\nS -> A -> E');
    expect(await inspectFile(xml)).toMatchObject({ steps: 1, hasDiagram: false, dialects: ['Camunda 7'] });
  });

  it.each(['', 'không phải XML', '<html/>'])('finds fault with "%s" instead of failing', async (text) => {
    const { steps, findings } = await inspectFile(text);
    expect(steps).toBe(0);
    expect(findings.map(({ severity }) => severity)).toContain('error');
  });
});
