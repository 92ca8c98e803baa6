/** Tests of a process done on bpmn-engine, too: two engines that agree are seldom both wrong. */
import { applyCommand, graphOf, type ProcessGraph, startProcess } from '../../../engine/index.ts';
import type { Effect, Process, Variables } from '../../../engine/types.ts';
import type { KeptTrial, ProcessReadiness } from '../../contract/catalogue.ts';
import type { Trial } from '../../contract/trial/trial.ts';

export type SecondOpinion = ProcessReadiness['secondOpinion'];

export interface OpinionRequest {
  xml: string;
  process: Process;
  trials: readonly KeptTrial[];
}

/** One test as the other engine is told it. */
export interface PeerTrial {
  name: string;
  variables: Variables;
  steps: { complete: string; output: Variables }[];
}

/** Open steps at the start and after each step of each test, sorted; or why there are none. */
export type PeerReply = { open: string[][][] } | { fault: string };

/** Runs tests on the other engine, somewhere where it can do no harm. Rejects when it does not answer. */
export type RunOnPeer = (request: { xml: string; trials: PeerTrial[] }) => Promise<PeerReply>;

/**
 * `not-asked` beyond what the other engine does right: people's steps, exclusive gateways, and parallel ones where
 * no exclusive gateway is (its joins fire early otherwise). `silent` when it does not answer: that stops nothing.
 */
export const secondOpinion =
  (runOnPeer: RunOnPeer) =>
  async ({ xml, process, trials }: OpinionRequest): Promise<SecondOpinion> => {
    const asked = trials.filter(isWithinPeer).map(peerTrial);
    if (asked.length === 0 || !isModelWithinPeer(graphOf(process))) return { state: 'not-asked' };
    const reply = await answerOf(runOnPeer, { xml, trials: asked });
    if ('fault' in reply) return { state: 'silent', reason: silence(reply.fault) };
    for (const [index, trial] of asked.entries()) {
      const ours = openAfterEach(process, trial);
      const at = ours.findIndex((open, turn) => open.join() !== reply.open[index]?.[turn]?.join());
      if (at >= 0)
        return {
          state: 'disagrees',
          reason: disagreement(trial, at, [ours[at]!, reply.open[index]?.[at] ?? []]),
        };
    }
    return { state: 'agrees' };
  };

async function answerOf(runOnPeer: RunOnPeer, request: Parameters<RunOnPeer>[0]): Promise<PeerReply> {
  try {
    return await runOnPeer(request);
  } catch (fault) {
    // It runs elsewhere and gives a second opinion only: that it failed is told, and stops nothing.
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }
}

const KNOWN = new Set([
  'startEvent',
  'endEvent',
  'userTask',
  'manualTask',
  'exclusiveGateway',
  'parallelGateway',
]);

function isModelWithinPeer({ nodes }: ProcessGraph): boolean {
  const kinds = new Set<string>(nodes.map(({ kind }) => kind));
  const isPlain = nodes.every(
    ({ kind, triggers, isMultiple }) => KNOWN.has(kind) && triggers.length === 0 && !isMultiple,
  );
  return isPlain && !(kinds.has('exclusiveGateway') && kinds.has('parallelGateway'));
}

const ENDING = new Set(['refuse', 'withdraw']);

/** Jumps of the clock change nothing where there are no timers; operations change nothing unless they end the dossier. */
const isWithinPeer = ({ steps }: Trial): boolean =>
  steps.every(
    (step) => 'complete' in step || 'until' in step || ('operation' in step && !ENDING.has(step.operation)),
  );

const peerTrial = ({ name, input, steps }: Trial): PeerTrial => ({
  name,
  variables: input as Variables,
  steps: steps.flatMap((step) =>
    'complete' in step ? [{ complete: step.complete, output: step.output as Variables }] : [],
  ),
});

/** Any instant: nothing in what is compared depends on it. */
const AT = '2026-01-05T00:00:00.000Z';

/** As far as it comes: an incident is the test's own failure, and nothing to compare. */
function openAfterEach(process: Process, { variables, steps }: PeerTrial): string[][] {
  let open: { occurrence: string; element: string }[] = [];
  const carryOut = (effects: Effect[]): string[] => {
    for (const effect of effects) {
      if (effect.type === 'open-task') open.push(effect);
      if (effect.type === 'cancel-task') open = open.filter((each) => each.occurrence !== effect.occurrence);
    }
    return open.map(({ element }) => element).sort();
  };
  const first = startProcess(process, variables, AT);
  const all = [carryOut(first.effects)];
  let { state } = first;
  for (const { complete, output } of steps) {
    const task = open.find(({ element }) => element === complete);
    if (!task) return all;
    open = open.filter((each) => each !== task);
    const step = applyCommand(process, state, { type: 'complete', occurrence: task.occurrence, output }, AT);
    if (step.effects.some(({ type }) => type === 'incident')) return all;
    state = step.state;
    all.push(carryOut(step.effects));
  }
  return all;
}

const silence = (fault: string) => ({
  vi: `Bộ máy đối chiếu không trả lời: ${fault}`,
  en: `The other engine did not answer: ${fault}`,
});

const disagreement = ({ name, steps }: PeerTrial, turn: number, [ours, theirs]: [string[], string[]]) => {
  const after = turn === 0 ? '' : steps[turn - 1]!.complete;
  const [us, them] = [ours, theirs].map((open) => open.join(', ') || '—');
  return {
    vi: `Đối chiếu với bpmn-engine, bài "${name}"${after ? `, sau bước ${after}` : ''}: ở đây mở ${us}, bên kia mở ${them}.`,
    en: `bpmn-engine on the test "${name}"${after ? `, after ${after}` : ''}: open here ${us}, open there ${them}.`,
  };
};
