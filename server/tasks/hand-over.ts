/** The lines of the control slip: who gave the dossier to whom, when, and was he in time (R104; NĐ61 Đ.19.5b). */
import { timeliness } from '../../calendar/index.ts';
import type { OpenTaskRecord } from '../dossiers/records.ts';
import type { Turn } from '../runtime/turn.ts';

/** A task opens at another unit than the dossier comes from. */
export function giveOver(turn: Turn, { unit, unitName }: OpenTaskRecord): void {
  const { dossier, context, closed, actor, at } = turn;
  const given = closed.at(-1)?.task;
  // Consulted side by side, several units get it from the one that asked, not from each other.
  const from = given?.unit ?? dossier.lyingAt;
  if (!unit || unit === from) return;
  dossier.handovers.push({
    from: context.units.get(from)?.name ?? from,
    to: unitName ?? unit,
    at,
    giver: actor.name,
    outcome: given?.dueAt ? OUTCOMES[timeliness(at, given.dueAt)] : '',
  });
  dossier.lyingAt = unit;
}

/** The first of a unit who takes up what was given to it is its receiver. */
export function receive({ dossier, actor }: Turn, { unit, unitName }: OpenTaskRecord): void {
  const line = dossier.handovers.find(({ to, receiver }) => to === (unitName ?? unit) && !receiver);
  if (line && actor.kind === 'user') line.receiver = actor.name;
}

const OUTCOMES = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' } as const;
