/** What a jump would end and open: done on a turn that is thrown away. */
import { previewJump as previewOf } from '../../../engine/index.ts';
import type { Asker } from '../../access/audit.ts';
import type { JumpChoices, JumpPreview } from '../../contract/jump.ts';
import { tryOut } from '../../runtime/execute.ts';
import { placeName } from '../../runtime/place-name.ts';
import { MAIN } from '../../runtime/run-process.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Turn } from '../../runtime/turn.ts';
import { standingIncidents } from '../incidents/standing-incidents.ts';
import { findDossier } from '../read-dossier.ts';
import { type Jump, jumpWithin, refuseNow } from './jump-dossier.ts';

export interface JumpQuestion {
  code: string;
  asker: Asker;
  language: 'vi' | 'en';
}

type Kind = JumpPreview['cancels'][number]['kind'];

/** What the kernel's roles are to a reader; those without a kind hold others that are named themselves. */
const KINDS: { [role: string]: Kind | undefined } = {
  task: 'task',
  job: 'work',
  undo: 'work',
  call: 'process',
  scope: 'process',
  catch: 'wait',
  boundary: 'wait',
  start: 'wait',
  arm: 'wait',
  join: 'wait',
  stuck: 'incident',
};

/** @throws Problem dossier.not-found, and whatever the jump itself would meet */
export async function previewJump(
  runtime: Runtime,
  { code, asker, language, jump }: JumpQuestion & { jump: Jump },
): Promise<JumpPreview> {
  await findDossier(runtime, code, asker.actor);
  let ended: JumpPreview['cancels'] = [];
  const known = new Set<string>();
  const turn = await tryOut(runtime, {
    code,
    actor: asker.actor,
    act: (draft) => {
      for (const { id } of standingOf(draft)) known.add(id);
      ended = endedBy(draft, jump, language);
      jumpWithin(draft, jump);
    },
  });
  const place = (element: string) => ({ element, name: placeName(turn.context.version, element)[language] });
  return {
    to: place(jump.to),
    cancels: [...ended, ...endedInside(turn)],
    opens: turn.dossier.openTasks
      .filter(({ version }) => version === 0)
      .map(({ element, name, unitName, dueAt }) => ({
        element,
        name,
        ...(unitName && { unitName }),
        ...(dueAt && { dueAt }),
      })),
    incidents: standingOf(turn)
      .filter(({ id }) => !known.has(id))
      .map(({ element, message }) => ({ ...place(element), text: message[language] })),
  };
}

/** @throws Problem dossier.not-found, dossier.on-hold, jump.not-now */
export async function readJumpChoices(
  runtime: Runtime,
  { code, asker, language }: JumpQuestion,
): Promise<JumpChoices> {
  await findDossier(runtime, code, asker.actor);
  const turn = await tryOut(runtime, {
    code,
    actor: asker.actor,
    act: ({ dossier }) => refuseNow(dossier),
  });
  const { dossier, context } = turn;
  const { process } = context.version;
  const steps = process.steps.filter(({ status }) => status === undefined || UNDER_WAY.includes(status));
  const elements = [
    ...dossier.openTasks.map(({ element }) => element),
    ...standingOf(turn).map(({ element }) => element),
  ];
  return {
    open: [...new Set(elements)].map((element) => ({
      element,
      name: placeName(context.version, element)[language],
    })),
    steps: steps
      .filter(({ id }) => isReachable(turn, id))
      .map(({ id, name, performer }) => {
        const unitName = context.units.get(performer.unit ?? '')?.name;
        return { element: id, name: name || id, ...(unitName && { unitName }) };
      }),
  };
}

/** Codes of the statuses in which work is under way. */
const UNDER_WAY = [2, 4];

function isReachable({ dossier, context }: Turn, to: string): boolean {
  try {
    previewOf(context.version.process, dossier.instances[MAIN]!.state, { to });
    return true;
  } catch {
    // The kernel says so of what only its own trigger or turn opens.
    return false;
  }
}

/** Told by the kernel: everything it would end in the dossier's own process. */
function endedBy(
  { dossier, context }: Turn,
  { from, to }: Jump,
  language: 'vi' | 'en',
): JumpPreview['cancels'] {
  const state = dossier.instances[MAIN]?.state;
  if (!state) return [];
  try {
    const { cancels } = previewOf(context.version.process, state, { to, ...(from && { from }) });
    return cancels.flatMap(({ element, role }) => {
      const kind = KINDS[role];
      return kind ? [{ element, name: placeName(context.version, element)[language], kind }] : [];
    });
  } catch {
    // The jump itself, which follows, says why.
    return [];
  }
}

/** Tasks of called processes, which end with their caller. */
const endedInside = ({ closed }: Turn): JumpPreview['cancels'] =>
  closed
    .filter(({ task, status }) => status === 'cancelled' && task.instance !== MAIN)
    .map(({ task: { element, name } }) => ({ element, name, kind: 'task' as const }));

const standingOf = ({ dossier, context, at }: Turn) =>
  standingIncidents(dossier, { version: context.version, at });
