import type { Element } from './element.ts';
import type { Report } from './report.ts';

/** What readers of single elements need to know of the file around them. */
export interface FileContext {
  report: Report;
  /** root elements and everything else with an id */
  byId: Map<string, Element>;
  /** message flows by the id of the element they start from, and where they lead */
  messageFlows: { id: string; name?: string; source: string; target: string; message?: Element }[];
  /** processes and global tasks that a call activity of this file may name */
  callable: Set<string>;
  /** processes that another process of this file calls */
  called: Set<string>;
  isCallable: (id: string) => boolean;
}
