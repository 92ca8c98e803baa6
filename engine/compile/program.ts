import type { Expression } from '../feel/expression.ts';
import type { Performer, Process, StepInfo } from '../types.ts';

/** What stands at a node; the key of the table of behaviours in `elements/`. */
export type NodeKind =
  | 'startEvent'
  | 'endEvent'
  | 'throwEvent'
  | 'catchEvent'
  | 'boundaryEvent'
  | 'userTask'
  | 'manualTask'
  | 'serviceTask'
  | 'businessRuleTask'
  | 'sendTask'
  | 'receiveTask'
  | 'scriptTask'
  | 'callActivity'
  | 'subProcess'
  | 'eventSubProcess'
  | 'exclusiveGateway'
  | 'inclusiveGateway'
  | 'parallelGateway'
  | 'complexGateway'
  | 'eventBasedGateway';

export interface Flow {
  readonly id: string;
  readonly source: Node;
  readonly target: Node;
  condition?: Expression;
}

/** A process or a sub-process: nodes among which tokens move. */
export interface Scope {
  readonly id: string;
  /** the sub-process that holds it; null for the process itself */
  readonly node: Node | null;
  readonly parent: Scope | null;
  readonly nodes: Node[];
  /** where a token begins when the scope is entered */
  readonly entries: Node[];
  readonly eventSubProcesses: Node[];
  readonly isTransaction: boolean;
  /** ad-hoc: the activities may run in any order and number until the condition holds */
  readonly adHoc?: { ordering: 'parallel' | 'sequential'; completion?: Expression; cancelRemaining: boolean };
}

export type Trigger =
  | {
      type: 'timer';
      kind: 'date' | 'duration' | 'cycle';
      expression: Expression;
      counts?: 'working' | 'calendar';
    }
  | {
      type: 'message';
      name: Expression;
      /** what the message may also be called: its id, the element's id */
      aliases: string[];
      correlation?: Expression;
      /** retrieval of the key from an incoming payload (BPMN correlation properties) */
      key?: Expression;
    }
  | { type: 'signal'; name: Expression; aliases: string[] }
  /** `code` empty: catches every error */
  | { type: 'error'; code: string; aliases: string[]; codeVariable?: string; messageVariable?: string }
  | { type: 'escalation'; code: string; aliases: string[]; codeVariable?: string }
  | { type: 'conditional'; condition: Expression }
  | { type: 'compensation'; activity?: string; waits: boolean }
  | { type: 'link'; name: string }
  | { type: 'terminate' }
  | { type: 'cancel' };

/** `target` (a path) becomes the value of `source` when a step starts or ends. */
export interface Mapping {
  readonly target: string[];
  readonly source: Expression;
  /** absent data are no incident (data objects that nobody has written yet) */
  readonly isOptional?: boolean;
}

export interface MultiInstance {
  readonly sequential: boolean;
  readonly cardinality?: Expression;
  readonly collection?: Expression;
  readonly elementVariable?: string;
  readonly outputCollection?: string;
  readonly outputElement?: Expression;
  /** name that an instance's result gets as its own variable, so that it does not spread */
  readonly outputVariable?: string;
  readonly completion?: Expression;
  /** first value of `loopCounter`: 0 for Camunda 7 models, else 1 */
  readonly firstCounter: 0 | 1;
  readonly behavior: 'none' | 'one' | 'all' | 'complex';
  readonly noneEvent?: Trigger;
  readonly oneEvent?: Trigger;
  readonly complex: { condition: Expression; event?: Trigger }[];
}

export interface StandardLoop {
  readonly testBefore: boolean;
  readonly maximum?: Expression;
  readonly condition?: Expression;
}

export interface CallTarget {
  readonly process: Expression;
  readonly binding: 'latest' | 'pinned';
  readonly version?: string;
  readonly passesAll: boolean;
  readonly returnsAll: boolean;
  readonly inputs: Mapping[];
  readonly outputs: Mapping[];
}

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: NodeKind;
  readonly scope: Scope;
  readonly incoming: Flow[];
  readonly outgoing: Flow[];
  defaultFlow?: Flow;
  readonly triggers: Trigger[];
  /** of a boundary event, and of an event sub-process by its start event */
  readonly isInterrupting: boolean;
  /** boundary events that stand on this activity */
  readonly boundaries: Node[];
  host?: Node;
  /** the sub-process's inside */
  body?: Scope;
  /** the event sub-process that this start event triggers */
  starts?: Node;
  readonly startQuantity: number;
  readonly completionQuantity: number;
  multi?: MultiInstance;
  loop?: StandardLoop;
  readonly inputs: Mapping[];
  readonly outputs: Mapping[];
  /** whether what a step answers spreads besides what `outputs` name */
  readonly mergesOutput: boolean;
  /** activity that undoes this one (of a compensation boundary's host) */
  handler?: Node;
  readonly isHandler: boolean;
  /** where a link throw event goes on */
  linkTarget?: Node;
  /** receive task or event-based gateway that starts an instance */
  readonly instantiates: boolean;
  readonly gateway?: 'exclusive' | 'parallel';
  readonly script?: Expression;
  readonly resultVariable?: string;
  readonly topic?: string;
  readonly call?: CallTarget;
  readonly activation?: Expression;
  readonly performer: { readonly [part in keyof Performer]: Expression };
  readonly isAbstract: boolean;
  /** of a catch event with several triggers: all of them are needed, not the first alone */
  readonly needsAllTriggers: boolean;
  /** of an inclusive join: nodes from which each incoming flow can be reached without passing the join */
  reach?: Map<Flow, Set<Node>>;
}

/** How an instance may come to be. */
export interface Starter {
  readonly node: Node;
  readonly trigger?: Trigger;
}

/** The compiled process; what `Process` hides. */
export interface Program extends Process {
  readonly scope: Scope;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly starters: Starter[];
  readonly steps: readonly StepInfo[];
  /** event sub-processes, boundaries and catches with a condition exist: worth looking after data changed */
  readonly hasConditions: boolean;
  /** the pool it stands in */
  readonly pool?: string;
  /** message flows that leave its elements: where each leads, an element or a pool */
  readonly sends: ReadonlyMap<string, string[]>;
  /** whether another process of the file calls it */
  readonly isCalled: boolean;
}

/** The program behind a public `Process`; every process comes from `compileProcess`. */
export function programOf(process: Process): Program {
  return process as Program;
}
