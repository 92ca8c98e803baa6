import { type Node, programOf } from '../../engine/compile/program.ts';
import { type CompileOptions, compileProcess } from '../../engine/index.ts';
import { keepCompiled } from './keep-compiled.ts';

/** All that the compiler says of a file, notes too, as `severity code element`. */
export async function saidOf(xml: string, options?: CompileOptions): Promise<string[]> {
  const { diagnostics } = await keepCompiled(xml, options);
  return diagnostics.map(({ severity, code, element }) => [severity, code, element].join(' ').trim());
}

/** A process P in plain XML, for what the drawing language has no word for; `roots` stand beside it. */
export const rawProcess = (inside: string, roots = ''): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:motcua="urn:motcua:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
 xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:t">${roots}<process id="P" isExecutable="true">${inside}</process></definitions>`;

/** A node of the one process of a file that runs, whatever it calls. */
export async function nodeIn(xml: string, id = 'X'): Promise<Node> {
  const { process, diagnostics } = await compileProcess(xml, { isCallable: () => true });
  if (!process) throw new Error(JSON.stringify(diagnostics));
  return programOf(process).nodes.get(id)!;
}
