/** Who may do what with a task: the person it is assigned to, or anyone who holds its position. */
import { type Actor, holdsPosition, holdsRole } from '../access/actor.ts';
import { problem } from '../http/problem.ts';

export interface TaskHolder {
  name: string;
  unit?: string;
  role?: string;
  assignee?: string;
  assigneeName?: string;
}

/** Holds the position that the task went to; a step without a role is anybody's of its unit. */
export const isCandidate = (actor: Actor, { unit, role }: TaskHolder): boolean =>
  unit !== undefined &&
  (role === undefined
    ? actor.positions.some((held) => held.unit === unit)
    : actor.positions.some((held) => held.unit === unit && held.role === role));

export const isMine = (actor: Actor, task: TaskHolder): boolean => task.assignee === actor.id;

/** The head of the unit may take work from one person and give it to another (R070). */
export const leadsUnitOf = (actor: Actor, { unit }: TaskHolder): boolean =>
  unit !== undefined && holdsPosition(actor, unit, 'leader');

/** @throws Problem task.claimed-by-another (409), task.not-yours (403) */
export function requireDoer(actor: Actor, task: TaskHolder): void {
  if (actor.kind === 'system' || isMine(actor, task)) return;
  if (task.assignee && isCandidate(actor, task)) {
    throw problem('task.claimed-by-another', 409, {
      values: { name: task.name, by: task.assigneeName ?? task.assignee },
    });
  }
  if (!task.assignee && isCandidate(actor, task)) return;
  throw problem('task.not-yours', 403, { values: { name: task.name } });
}

/** What this person may do with an open task now. */
export function taskAbilities(actor: Actor, task: TaskHolder): string[] {
  const mine = isMine(actor, task);
  const free = !task.assignee && isCandidate(actor, task);
  const delegates = mine || leadsUnitOf(actor, task) || holdsRole(actor, 'admin');
  return [
    ...(free ? ['claim'] : []),
    ...(mine && isCandidate(actor, task) ? ['release'] : []),
    ...(mine || free ? ['complete'] : []),
    ...(delegates ? ['delegate'] : []),
  ];
}
