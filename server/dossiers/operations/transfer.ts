/** Another unit is competent: it gets the open work, the code stays (NĐ61 Đ.18.3; R062, R063). */
import { problem } from '../../http/problem.ts';
import { involve, record } from '../../runtime/turn.ts';
import { type Act, take } from './act.ts';

/** @throws Problem dossier.unknown-unit, dossier.same-unit */
export function transfer({ turn, row, body }: Act<'transfer'>): void {
  const { dossier, context } = turn;
  const unit = context.units.get(body.unit);
  const pointer = '/unit';
  if (!unit)
    throw problem('dossier.unknown-unit', 422, { errors: [{ pointer, code: 'dossier.unknown-unit' }] });
  const { competent: before } = dossier.units;
  if (before === unit.id) {
    throw problem('dossier.same-unit', 422, {
      values: { unit: unit.name },
      errors: [{ pointer, code: 'dossier.same-unit' }],
    });
  }
  dossier.units.competent = unit.id;
  dossier.units.competentName = unit.name;
  involve(turn, unit.id);
  for (const task of dossier.openTasks) {
    if (task.unit !== before) continue;
    Object.assign(task, { unit: unit.id, unitName: unit.name });
    delete task.assignee;
    delete task.assigneeName;
    turn.touched.add(task.id);
  }
  record(turn, {
    type: 'transfer',
    reason: body.reason,
    before: { unit: before },
    after: { unit: unit.id, unitName: unit.name },
  });
  take({ turn, row }, { reason: body.reason });
}
