/** What a BPMN file drawn elsewhere holds, and what of it was understood, before it replaces a drawing. */
import { compileProcess, graphOf } from '../../../engine/index.ts';
import type { Diagnostic } from '../../../engine/types.ts';

export interface FileReport {
  /** steps of people, other steps, gateways and events that were read */
  steps: number;
  automatic: number;
  gateways: number;
  events: number;
  /** tools whose attributes were read as ours */
  dialects: string[];
  /** false: there is no picture to draw */
  hasDiagram: boolean;
  /** what was not understood, or would not run */
  findings: Diagnostic[];
}

const DIALECTS: [string, RegExp][] = [
  ['Camunda 7', /(?<!xmlns:)\bcamunda:\w/],
  ['Camunda 8 (Zeebe)', /(?<!xmlns:)\bzeebe:\w/],
  ['Flowable', /(?<!xmlns:)\bflowable:\w/],
  ['Activiti', /(?<!xmlns:)\bactiviti:\w/],
  ['jBPM', /xmlns:(tns|drools)="http:\/\/www\.jboss\.org/],
];

/** Never throws: whatever is no BPMN has findings that say so. */
export async function inspectFile(xml: string): Promise<FileReport> {
  const { process, diagnostics } = await compileProcess(xml);
  const nodes = process ? graphOf(process).nodes : [];
  const people = process?.steps.filter(({ kind }) => kind === 'user' || kind === 'manual') ?? [];
  return {
    steps: people.length,
    automatic: (process?.steps.length ?? 0) - people.length,
    gateways: nodes.filter(({ kind }) => /Gateway$/.test(kind)).length,
    events: nodes.filter(({ kind }) => /Event$/.test(kind)).length,
    dialects: DIALECTS.filter(([, pattern]) => pattern.test(xml)).map(([name]) => name),
    hasDiagram: /<(\w+:)?BPMNShape[\s>]/.test(xml),
    findings: diagnostics,
  };
}
