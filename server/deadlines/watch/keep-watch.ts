/** What happens when a mark is reached. Nothing is sent: papers are drafted, people are told (S2 Đ.25; TT 01/2018 Đ.13). */
import { systemActor } from '../../access/actor.ts';
import { draftDocument, withdrawDraft } from '../../documents/issue-document.ts';
import { possibleOperations } from '../../dossiers/operations/operate.ts';
import { STATUSES } from '../../dossiers/statuses.ts';
import type { JobHandler } from '../../jobs/attempt-job.ts';
import { execute } from '../../runtime/execute.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { record, type Turn } from '../../runtime/turn.ts';
import { unreached, type WatchPayload } from './arm-watch.ts';
import { isConsulted } from './is-consulted.ts';
import type { Mark, MarkKind } from './marks.ts';
import { proposedDueAt } from './proposed-due-at.ts';
import { signerOf } from './signer-of.ts';
import { tellLateConsultation } from './tell-late-consultation.ts';

/**
 * The handler of watch jobs. Everything that was missed during an outage is told in the order it fell due, once:
 * the job's end, what it told and the next alarm are one commit.
 */
export const watchHandler =
  (runtime: Runtime): JobHandler =>
  async ({ job, done }) => {
    const { dossier: code } = job.doc.payload as WatchPayload;
    await execute(runtime, {
      code,
      actor: systemActor,
      also: [done],
      act: async (turn) => {
        const { watch } = turn.dossier;
        // Set anew while this one was being taken: the newer alarm tells.
        if (watch?.alarm?.job !== job.id) return;
        delete watch.alarm;
        for (const mark of unreached(turn)) {
          if (mark.at > turn.at) break;
          watch.reached.push(mark.key);
          await REACH[mark.kind](runtime, turn, mark);
        }
      },
    });
  };

type Reach = (runtime: Runtime, turn: Turn, mark: Mark) => void | Promise<void>;

const REACH: Record<MarkKind, Reach> = {
  reminder: (_runtime, turn, { dueAt }) => record(turn, { type: 'due-soon', after: { dueAt } }),
  'intake-late': (_runtime, turn, { dueAt }) => record(turn, { type: 'intake-late', after: { dueAt } }),
  'transfer-late': (_runtime, turn, { dueAt }) =>
    record(turn, { type: 'transfer-late', after: { dueAt, unit: turn.dossier.units.receiving } }),
  'supplement-late': (_runtime, turn, { dueAt }) =>
    record(turn, { type: 'supplement-late', after: { dueAt } }),
  foreseen: (runtime, turn, { dueAt }) => foresee(runtime, turn, dueAt),
  overdue: (runtime, turn, { dueAt }) => findOverdue(runtime, turn, dueAt),
  'task-soon': (_runtime, turn, mark) => tellTask(turn, 'task-due-soon', mark),
  'task-overdue': (_runtime, turn, mark) => tellTask(turn, 'task-overdue', mark),
};

/**
 * R091, R092: the resolving body tells the counter beforehand, by the extension slip; where the due date may be
 * moved no more, or it is too late for that, only the apology is left.
 */
async function foresee(runtime: Runtime, turn: Turn, dueAt: string): Promise<void> {
  record(turn, { type: 'delay-foreseen', after: { dueAt } });
  if (isPossible(turn, 'extend')) await draft(runtime, turn, { kind: 'extension', dueAt });
  else if (isPossible(turn, 'apologise')) await draft(runtime, turn, { kind: 'apology', dueAt });
}

/** R094: the head of the body at fault apologises and names a new day; an extension can no longer be asked for. */
async function findOverdue(runtime: Runtime, turn: Turn, dueAt: string): Promise<void> {
  record(turn, { type: 'overdue', after: { dueAt } });
  withdrawDraft(turn, 'extension');
  if (isPossible(turn, 'apologise')) await draft(runtime, turn, { kind: 'apology', dueAt });
}

async function draft(
  runtime: Runtime,
  turn: Turn,
  { kind, dueAt }: { kind: 'extension' | 'apology'; dueAt: string },
): Promise<void> {
  const { unit, unitName, people } = await signerOf(runtime, turn.dossier);
  const proposed = proposedDueAt(turn);
  if (proposed === undefined) return;
  const [head] = people;
  draftDocument(turn, kind, {
    dueAt,
    draft: { proposedDueAt: proposed, signer: { unit, unitName, names: people.map(({ name }) => name) } },
    details: {
      reason: reasonOf(turn),
      appointment: { newDueAt: proposed },
      extension: { times: 1, progress: STATUSES[turn.dossier.status].label.vi },
      ...(head && { signer: { name: head.name, ...(head.title && { title: head.title }) } }),
    },
  });
}

/** At this moment: what is too late is not drafted. */
const isPossible = ({ dossier, context, at }: Turn, operation: 'extend' | 'apologise'): boolean =>
  possibleOperations(dossier, { actor: systemActor, context, at }).includes(operation);

/** Where it lies, as the beginning of a reason that a person completes. */
function reasonOf({ dossier }: Turn): string {
  const places = dossier.openTasks.map(
    ({ name, unitName }) => `“${name}”${unitName ? ` tại ${unitName}` : ''}`,
  );
  return places.length > 0 ? `Hồ sơ đang ở bước ${places.join(', ')}` : 'Hồ sơ chưa giải quyết xong';
}

function tellTask(turn: Turn, type: 'task-due-soon' | 'task-overdue', { task, dueAt }: Mark): void {
  if (!task) return;
  const { id, unit, unitName, role, assignee } = task;
  if (type === 'task-overdue' && isConsulted(unit, turn.dossier, turn.context)) {
    tellLateConsultation(turn, task);
    return;
  }
  record(turn, {
    type,
    element: task.element,
    elementName: task.name,
    after: { task: id, unit, unitName, role, assignee, dueAt },
  });
}
