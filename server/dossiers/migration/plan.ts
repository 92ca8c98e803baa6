/** What moving a dossier to another version of its process would do: reckoned, nothing changed (R010). */
import { type CompiledCalendar, stepDueAt } from '../../../calendar/index.ts';
import { type MigrationPlan, planMigration } from '../../../engine/index.ts';
import type { Process, StepInfo } from '../../../engine/types.ts';
import type { MigrationPreview } from '../../contract/migration.ts';
import type { CompiledVersion } from '../../runtime/ports.ts';
import { MAIN } from '../../runtime/run-process.ts';
import { withinPromise } from '../move-status.ts';
import type { DossierRecord, OpenTaskRecord, Pins } from '../records.ts';
import { viewOpenTask } from '../view-dossier.ts';

export interface Move {
  from: CompiledVersion;
  to: CompiledVersion;
  /** element of the old version -> element of the new one, where the id changed */
  mapping: Record<string, string>;
}

/** The process of the new version that an instance goes on in; the dossier's own one may have a new id. */
export const definitionIn = (
  { to }: Move,
  { instance, definition }: { instance: string; definition: string },
): Process | undefined => (instance === MAIN ? to.process : to.processes[definition]);

interface InstancePlan extends MigrationPlan {
  instance: string;
}

/** One plan an instance; an instance whose process is gone is blocked as a whole. */
export function plansOf({ instances }: DossierRecord, move: Move): InstancePlan[] {
  return Object.entries(instances).map(([instance, { definition, state }]) => {
    const to = definitionIn(move, { instance, definition });
    const from = move.from.processes[definition];
    if (!to || !from) {
      const blocked = [
        { occurrence: '', element: definition, code: 'process-missing', message: PROCESS_MISSING },
      ];
      return { instance, isPossible: false, moves: [], withdraws: [], blocked };
    }
    return { instance, ...planMigration({ from, to, state, mapping: move.mapping }) };
  });
}

const PROCESS_MISSING = {
  vi: 'Quy trình con đang chạy không có trong phiên bản mới.',
  en: 'The new version does not have the called process.',
};

const NOT_RUNNING = {
  vi: 'Hồ sơ chưa bắt đầu hoặc đã kết thúc quy trình.',
  en: 'The dossier has not begun its process, or has ended it.',
};

/** The plan in words: what moves, what cannot and why, and what becomes of due dates and open tasks. */
export function previewOf(dossier: DossierRecord, move: Move, calendar: CompiledCalendar): MigrationPreview {
  const plans = plansOf(dossier, move);
  const before = namer(move.from);
  const after = namer(move.to);
  const isRunning = dossier.instances[MAIN] !== undefined;
  const blocked = plans.flatMap((plan) =>
    plan.blocked.map(({ element, code, message }) => ({ ...before(element), code, reason: message })),
  );
  const dueAt = dossier.clock?.dueAt;
  return {
    code: dossier.code,
    version: dossier.pins.process,
    isPossible: isRunning && plans.every(({ isPossible }) => isPossible),
    moves: plans.flatMap(({ moves }) => moves.map(({ from, to }) => ({ from: before(from), to: after(to) }))),
    withdraws: plans.flatMap(({ withdraws }) => withdraws.map(({ element }) => before(element))),
    blocked: isRunning ? blocked : [{ element: '', name: '', code: 'not-running', reason: NOT_RUNNING }],
    due: { ...(dueAt && { before: dueAt, after: dueAt }) },
    tasks: dossier.openTasks.map((task) => ({
      before: viewOpenTask(task),
      after: viewOpenTask(movedTask(task, { dossier, move, calendar })),
    })),
  };
}

/**
 * An open task as the new version has it: its name, its form, and when the version gives the step another time,
 * its own due date counted from when it was opened. Who holds it stays (R071).
 */
export function movedTask(
  task: OpenTaskRecord,
  { dossier, move, calendar }: { dossier: DossierRecord; move: Move; calendar: CompiledCalendar },
): OpenTaskRecord {
  const element = move.mapping[task.element] ?? task.element;
  const old = stepIn(move.from, task.element);
  const step = stepIn(move.to, element);
  if (!step) return task;
  const { dueAt: _dueAt, limitAt: _limitAt, form: _form, ...kept } = task;
  const isSameTime = JSON.stringify(old?.duration) === JSON.stringify(step.duration);
  const limitAt = isSameTime
    ? (task.limitAt ?? task.dueAt)
    : stepDueAt(step.duration, { calendar, from: task.openedAt });
  const formVersion = step.form === undefined ? undefined : dossier.pins.forms[step.form];
  return {
    ...kept,
    element,
    name: step.name || element,
    ...(limitAt && withinPromise(limitAt, dossier.clock)),
    ...(step.form && formVersion !== undefined && { form: { key: step.form, version: formVersion } }),
  };
}

/** Forms and papers that only the new version names; what was pinned at reception stays pinned. */
export function newKeys({ to }: Move, pins: Pins): { forms: string[]; templates: string[] } {
  const steps = Object.values(to.processes).flatMap((process) => process.steps);
  const without = (keys: string[], known: object) => [...new Set(keys)].filter((key) => !(key in known));
  return {
    forms: without(
      steps.flatMap(({ form }) => form ?? []),
      pins.forms,
    ),
    templates: without(
      steps.flatMap(({ documents }) => documents),
      pins.templates,
    ),
  };
}

const stepIn = ({ processes }: CompiledVersion, element: string): StepInfo | undefined =>
  Object.values(processes)
    .flatMap(({ steps }) => steps)
    .find(({ id }) => id === element);

const namer =
  (version: CompiledVersion) =>
  (element: string): { element: string; name: string } => ({
    element,
    name: stepIn(version, element)?.name || element,
  });
