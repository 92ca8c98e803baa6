import { type Flow, type Node, type Program, programOf } from '../compile/program.ts';
import { applyCommand } from '../run/apply-command.ts';
import { leaveBy } from '../run/route.ts';
import { beginRun, close, endRun } from '../run/run.ts';
import { settle } from '../run/settle.ts';
import { startProcess } from '../run/start-process.ts';
import type { State } from '../run/state.ts';
import type { Command, Effect, Instant, Process, Variables } from '../types.ts';

/** One simulated dossier. */
export interface Dossier {
  state: State;
  startedAt: Instant;
  endedAt?: Instant;
}

/** Starts a dossier; answers what has to be carried out. */
export function openDossier(
  process: Process,
  { input, at, random }: { input: Variables; at: Instant; random: () => number },
): { dossier: Dossier; effects: Effect[] } {
  const step = startProcess(process, input, at);
  const dossier: Dossier = { state: step.state as State, startedAt: at };
  return { dossier, effects: [...step.effects, ...chooseWays(programOf(process), dossier, { at, random })] };
}

/** Tells a dossier something; answers what has to be carried out. */
export function tellDossier(
  process: Process,
  dossier: Dossier,
  { told, at, random }: { told: Command; at: Instant; random: () => number },
): Effect[] {
  const step = applyCommand(process, dossier.state, told, at);
  dossier.state = step.state as State;
  return [...step.effects, ...chooseWays(programOf(process), dossier, { at, random })];
}

/** Where data say nothing, chance does: one way out of an exclusive gateway, some ways out of an inclusive one. */
function chooseWays(
  program: Program,
  dossier: Dossier,
  { at, random }: { at: Instant; random: () => number },
): Effect[] {
  const effects: Effect[] = [];
  for (let count = 0; count < 1000; count++) {
    const found = Object.entries(dossier.state.open).find(([, { incident }]) => incident?.phase === 'leave');
    if (!found) return effects;
    const [id, stuck] = found;
    const node = program.nodes.get(stuck.element)!;
    const run = beginRun(program, dossier.state, at);
    close(run, id);
    leaveBy(run, node, { flows: pick(node, random), scope: stuck.in });
    settle(run);
    const step = endRun(run);
    dossier.state = step.state as State;
    effects.push(...step.effects);
  }
  return effects;
}

function pick(node: Node, random: () => number): Flow[] {
  const one = node.outgoing[Math.floor(random() * node.outgoing.length)]!;
  if (node.kind === 'exclusiveGateway') return [one];
  const some = node.outgoing.filter(() => random() < 0.5);
  return some.length > 0 ? some : [one];
}
