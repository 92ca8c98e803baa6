/** The process kernel: BPMN XML -> process -> state x command -> state, events, effects. Pure. */
export { type CompileOptions, compileProcess } from './compile/compile-process.ts';
export { type GraphNode, graphOf, type ProcessGraph } from './graph/process-graph.ts';
export { longestWay } from './measure/longest-way.ts';
export { type Migration, migrateInstance } from './migrate/migrate-instance.ts';
export { type MigrationPlan, type MigrationRequest, planMigration } from './migrate/migration-plan.ts';
export { applyCommand } from './run/apply-command.ts';
export { CommandRefused } from './run/command-refused.ts';
export { type JumpPreview, previewJump } from './run/jump.ts';
export { findReceiver, type MessageReceiver } from './run/message-receiver.ts';
export { openIncidents } from './run/open-incidents.ts';
export { startProcess } from './run/start-process.ts';
export { upgradeState } from './run/upgrade-state.ts';
export { type SimulationRequest, simulateProcess } from './simulate/simulate-process.ts';
export type { SimulatedStep, Simulation, Spread } from './simulate/simulation.ts';
export { millisecondsOf, type WorkingTime } from './simulate/working-time.ts';
export type { Plan, PlanStep } from './trace/plan.ts';
export {
  TRACE_START,
  type Trace,
  type TraceOptions,
  type TraceResult,
  traceProcess,
} from './trace/trace-process.ts';
export type * from './types.ts';
