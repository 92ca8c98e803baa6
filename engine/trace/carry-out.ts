import type { Command, Effect } from '../types.ts';
import { deliverMessage, deliverSignal, openLetters } from './deliver.ts';
import { command, isPlanned, startInstance } from './instances.ts';
import { dueAt, type Instance, isRunning, type World } from './world.ts';

/** Most effects of one kind that one element may have in a row: processes that run in a circle stop here. */
const MAX_ROUNDS = 1_000;
/** Open occurrences that make a round count as one more: a circle that doubles its tokens grows slower with each. */
const CROWD = 100;

/** Carries out effects until none is left: jobs that the plan does not name, called processes, messages, signals. */
export function carryOut(world: World): void {
  const rounds = new Map<string, number>();
  const begun = new Set<string>();
  for (let next = world.pending.shift(); next; next = world.pending.shift()) {
    const place = `${world.instances.indexOf(next.instance)} ${next.effect.type} ${elementOf(next.effect)}`;
    const body = countedBody(next);
    const isFurther = body !== undefined && begun.has(`${place} ${body}`);
    if (body !== undefined) begun.add(`${place} ${body}`);
    const weight = isFurther ? 0 : 1 + Object.keys(next.instance.state.open).length / CROWD;
    const round = (rounds.get(place) ?? 0) + weight;
    rounds.set(place, round);
    if (round > MAX_ROUNDS && ACTING.has(next.effect.type)) {
      world.circles.add(elementOf(next.effect));
      continue;
    }
    EFFECTS[next.effect.type]?.(world, next.instance, next.effect as never);
    if (world.pending.length === 0) openLetters(world);
  }
}

/** The multi-instance whose turn this is: it ends by itself, and counts as one round however many turns it has. */
function countedBody({ instance, effect }: World['pending'][number]): string | undefined {
  const of = 'occurrence' in effect ? instance.state.open[effect.occurrence]?.of : undefined;
  return of !== undefined && instance.state.open[of]?.turns?.total !== undefined ? of : undefined;
}

/** Effects that make something happen at once. */
const ACTING = new Set<Effect['type']>(['open-task', 'run-job', 'call-process', 'throw']);

function elementOf(effect: Effect): string {
  return 'element' in effect ? effect.element : '';
}

type Handler<T extends Effect['type']> = (
  world: World,
  instance: Instance,
  effect: Extract<Effect, { type: T }>,
) => void;

const EFFECTS: { [type in Effect['type']]?: Handler<type> } = {
  'schedule-timer': (world, instance, { occurrence, due }) => {
    instance.timers.set(occurrence, dueAt(world, due));
  },
  'cancel-timer': (_, instance, { occurrence }) => {
    instance.timers.delete(occurrence);
  },
  'open-task': (world, instance, { occurrence, element }) => {
    if (instance.program.nodes.get(element)!.isAbstract) completeUnplanned(world, instance, occurrence);
  },
  'run-job': (world, instance, { occurrence }) => completeUnplanned(world, instance, occurrence),
  'call-process': (world, instance, effect) => {
    const program = world.programs.get(effect.process);
    if (program && instance.state.open[effect.occurrence])
      startInstance(world, program, {
        input: effect.input,
        parent: { instance, occurrence: effect.occurrence },
      });
  },
  'cancel-call': (world, instance, { occurrence }) => {
    for (const child of world.instances)
      if (child.parent?.instance === instance && child.parent.occurrence === occurrence && isRunning(child))
        command(world, child, { type: 'cancel' });
  },
  throw: (world, instance, effect) => {
    if (effect.kind === 'message') deliverMessage(world, instance, effect);
    else if (effect.kind === 'signal') deliverSignal(world, effect, instance);
    else tellCaller(world, instance, { type: 'escalate', code: effect.name });
  },
  end: (world, child, { variables, error }) =>
    tellCaller(world, child, { type: 'call-ended', output: variables, ...(error && { error }) }),
};

function completeUnplanned(world: World, instance: Instance, occurrence: string): void {
  if (!instance.state.open[occurrence] || isPlanned(world, instance, occurrence)) return;
  command(world, instance, { type: 'complete', occurrence });
}

type ToCaller =
  | Omit<Extract<Command, { type: 'escalate' }>, 'occurrence'>
  | Omit<Extract<Command, { type: 'call-ended' }>, 'occurrence'>;

/** Tells the call activity that started an instance, unless that is over. */
function tellCaller(world: World, { parent }: Instance, told: ToCaller): void {
  if (!parent?.instance.state.open[parent.occurrence]) return;
  command(world, parent.instance, { ...told, occurrence: parent.occurrence });
}
