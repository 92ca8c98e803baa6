/** Moves a running dossier to another version of its process: explicit, by who may publish, logged (R010). */
import type { z } from 'zod';
import type { Asker } from '../../access/audit.ts';
import type { migrateDossier as migrateBody } from '../../contract/migration.ts';
import { problem } from '../../http/problem.ts';
import type { Outcome } from '../../runtime/execute.ts';
import { migrateProcess } from '../../runtime/migrate-process.ts';
import type { CompiledVersion } from '../../runtime/ports.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { audit, record, type Turn } from '../../runtime/turn.ts';
import type { Write } from '../../store/store.ts';
import { executeSeen } from '../execute-seen.ts';
import type { Pins } from '../records.ts';
import { type Move, movedTask, newKeys, previewOf } from './plan.ts';

export interface MigrationOrder {
  code: string;
  body: z.output<typeof migrateBody>;
  asker: Asker;
  /** written in the same commit */
  also?: Write[];
}

/**
 * All of it or nothing, in one commit: the instances, open tasks, timers, pins, history and audit line.
 * The due date promised at reception stays; so does whoever holds an open task.
 * @throws Problem dossier.not-found, process.not-found, dossier.already-on-version, dossier.cannot-migrate (each
 *   step that has no place in the new version, with the reason)
 */
export function migrateDossier(
  runtime: Runtime,
  { code, body, asker, also }: MigrationOrder,
): Promise<Outcome> {
  return executeSeen(runtime, {
    code,
    asker,
    ...(also && { also }),
    act: async (turn) => {
      const to = await targetOf(runtime, turn.dossier.procedure.code, body.version);
      if (turn.dossier.pins.process === to.version) {
        throw problem('dossier.already-on-version', 409, { values: { code, version: to.version } });
      }
      const move: Move = { from: turn.context.version, to, mapping: body.mapping };
      refuseImpossible(turn, move);
      await carryOver(runtime, turn, { move, reason: body.reason });
    },
  });
}

/** A version that dossiers may follow. @throws Problem process.not-found */
export async function targetOf(
  { catalogue }: Pick<Runtime, 'catalogue'>,
  procedure: string,
  version: number,
): Promise<CompiledVersion> {
  const found = await catalogue.processVersion(procedure, version);
  if (!found) throw problem('process.not-found', 404, { values: { code: procedure, version } });
  return found;
}

function refuseImpossible({ dossier, context }: Turn, move: Move): void {
  const { isPossible, blocked } = previewOf(dossier, move, context.calendar);
  if (isPossible) return;
  throw problem('dossier.cannot-migrate', 409, {
    values: { code: dossier.code, version: move.to.version, count: blocked.length },
    errors: blocked.map(({ element, code, name, reason }) => ({
      pointer: `/mapping/${element}`,
      code: `migration.${code}`,
      detail: { vi: `${name}: ${reason.vi}`, en: `${name}: ${reason.en}` },
    })),
  });
}

async function carryOver(
  runtime: Runtime,
  turn: Turn,
  { move, reason }: { move: Move; reason: string },
): Promise<void> {
  const { dossier, context } = turn;
  const before = dossier.pins.process;
  dossier.pins = await pinsFor(runtime, dossier.pins, move);
  dossier.openTasks = dossier.openTasks.map((task) => {
    turn.touched.add(task.id);
    return movedTask(task, { dossier, move, calendar: context.calendar });
  });
  record(turn, {
    type: 'migrated',
    reason,
    before: { version: before },
    after: { version: move.to.version, mapping: move.mapping },
  });
  audit(turn, 'dossier.migrate', `${before} -> ${move.to.version}: ${reason}`);
  migrateProcess(turn, move);
}

/** What was fixed at reception stays; only what the new version brings along is pinned as published now. */
async function pinsFor({ catalogue }: Runtime, pins: Pins, move: Move): Promise<Pins> {
  const { forms, templates } = newKeys(move, pins);
  const [foundForms, foundTemplates] = await Promise.all([
    Promise.all(forms.map((key) => catalogue.publishedForm(key))),
    Promise.all(templates.map((key) => catalogue.publishedTemplate(key))),
  ]);
  return {
    ...pins,
    process: move.to.version,
    forms: {
      ...pins.forms,
      ...Object.fromEntries(foundForms.flatMap((form) => (form ? [[form.key, form.version]] : []))),
    },
    templates: {
      ...pins.templates,
      ...Object.fromEntries(
        foundTemplates.flatMap((found) =>
          found ? [[found.key, { version: found.version, title: found.title }]] : [],
        ),
      ),
    },
  };
}
