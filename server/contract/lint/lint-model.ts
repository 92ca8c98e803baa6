/** What a rule of the process check looks at, and what it says. Data in, data out: the same in the studio and at publication. */
import type { GraphNode, ProcessGraph } from '../../../engine/index.ts';
import type { Diagnostic, Process, StepInfo } from '../../../engine/types.ts';
import type { TimeLimit } from '../catalogue.ts';

export interface LintModel {
  process: Process;
  steps: readonly StepInfo[];
  graph: ProcessGraph;
  /** of the procedure; rules that need it are silent without */
  timeLimit?: TimeLimit;
  /** keys of the published forms; unknown when absent */
  publishedForms?: ReadonlySet<string>;
  /** keys of the published templates */
  publishedTemplates?: ReadonlySet<string>;
  /** positions that some account holds, `unit/role` */
  accounts?: ReadonlySet<string>;
  /** the unit that resolves the procedure: a step without a unit is its */
  competentUnit?: string;
  /** units' names by id, for the sentences */
  unitNames?: ReadonlyMap<string, string>;
}

/** What the rules know of the house besides the process; a rule is silent about what is absent. */
export type LintFacts = Omit<LintModel, 'process' | 'steps' | 'graph'>;

/** A change that sets one element's attributes (`motcua:` local names; empty removes) and makes the finding go away. */
export interface LintFix {
  label: { vi: string; en: string };
  element: string;
  attributes: Record<string, string>;
}

export interface LintFinding extends Diagnostic {
  fix?: LintFix;
}

/** One rule of `docs/reference/lint.md`. */
export type LintRule = (model: LintModel) => LintFinding[];

/** Steps that a person does; the others are the system's. */
export const stepsOfPeople = ({ steps }: LintModel): StepInfo[] =>
  steps.filter(({ kind }) => kind === 'user' || kind === 'manual');

/** Nodes of the process and of every sub-process in it. */
export const allNodes = (graph: ProcessGraph): GraphNode[] =>
  graph.nodes.flatMap((node) => [node, ...(node.body ? allNodes(node.body) : [])]);

/** DL27: the step that hands the result over. */
export const isReturnStep = ({ actions }: StepInfo): boolean => actions.includes('return');

/** A space-separated attribute without one of its words. */
export const withoutWord = (words: readonly string[], word: string): string =>
  words.filter((each) => each !== word).join(' ');
