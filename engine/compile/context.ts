import type { Element } from './element.ts';
import type { Report } from './report.ts';

/** What readers of single elements need to know of the file around them. */
export interface FileContext {
  report: Report;
  /** root elements and everything else with an id */
  byId: Map<string, Element>;
  /** message flows, called as their message, else as they themselves are called */
  messageFlows: { id: string; name: string; source: string; target: string }[];
  /** processes that another process of this file calls */
  called: Set<string>;
  /** whether a call activity may name it: a process or global task of this file, or one known elsewhere */
  isCallable: (id: string) => boolean;
}
