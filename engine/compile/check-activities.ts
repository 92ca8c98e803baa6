import type { Node, Program } from './program.ts';
import type { Report } from './report.ts';

/** Reports what is unusual or cannot end in activities. */
export function checkActivities(report: Report, program: Program, node: Node): void {
  if (node.isAbstract) report.add('task.abstract', node.id);
  if (node.call?.process.constant === program.id) report.add('call.itself', node.id);
  if (node.isHandler && node.incoming.length > 0) report.add('compensation.in-flow', node.id);
}
