/**
 * Tasks completed a second by the runtime and the embedded store in one process, each commit synced: what a program that
 * embeds the server gets, without HTTP. Every house permit is worked from its first task to its last.
 */
import { tmpdir } from 'node:os';
import type { Asker } from '../server/access/audit.ts';
import type { RoleKey } from '../server/contract/access.ts';
import { createDossier } from '../server/contract/dossiers.ts';
import { takeIn } from '../server/dossiers/intake.ts';
import type { Runtime } from '../server/runtime/runtime.ts';
import { completeTaskById } from '../server/tasks/complete-task.ts';
import { taskId } from '../server/tasks/records.ts';
import { buildOffice, type Office } from '../tests/support/build-office.ts';
import { type Bench, type Figure, ratePerSecond } from './bench.ts';

const NOW = '2026-04-17T03:00:00.000Z';
const HOUSE_PERMIT = '1.013225';
const CALLERS = [1, 8, 64];
const SECONDS = 3;
/** More work than the callers get through in the time. */
const DOSSIERS = 4_000;
const TOGETHER = 64;

const bench: Bench = {
  title:
    'Tasks completed by runtime and embedded store in one process; each is read before, each commit synced',
  run: async () => {
    const office = await buildOffice(NOW, { workplace: tmpdir(), hasPaperwork: true });
    try {
      const waiting = await takeInAll(office);
      const figures: Figure[] = [];
      for (const callers of CALLERS) {
        const work = () => completeOne(office.runtime, waiting);
        const value = await ratePerSecond(work, { callers, seconds: SECONDS });
        figures.push({ what: `${callers} callers`, value, unit: 'completions/s' });
      }
      return figures;
    } finally {
      await office.close();
    }
  },
};
export default bench;

/** @returns the first task of each dossier */
async function takeInAll({ runtime, actor }: Office): Promise<string[]> {
  const settings = (await runtime.catalogue.procedure(HOUSE_PERMIT))!;
  const body = createDossier.parse(settings.samples[0]);
  const asker = { actor: actor('motcua') };
  const takeInOne = () =>
    takeIn(runtime, { body, asker, language: 'vi', present: ({ id }) => id }) as Promise<string>;
  const codes: string[] = [];
  while (codes.length < DOSSIERS)
    codes.push(...(await Promise.all(Array.from({ length: TOGETHER }, takeInOne))));
  return codes.map((code) => taskId(code, 1));
}

/** Completes the task that became due last, so that each dossier is worked to its end before the next. */
async function completeOne(runtime: Runtime, waiting: string[]): Promise<void> {
  const id = waiting.pop();
  if (id === undefined) throw new Error('no dossier is left: take in more');
  const { doc: task } = (await runtime.tasks.get(id))!;
  const form = task.form && (await runtime.catalogue.formVersion(task.form.key, task.form.version));
  const outcome = await completeTaskById(runtime, {
    id,
    body: { output: form?.sample() ?? {}, attachments: [] },
    asker: doerOf(task),
    language: 'vi',
  });
  for (const [next, { status }] of outcome.tasks) if (status === 'open') waiting.push(next);
}

/** Whoever holds the position that the task went to. */
function doerOf({ unit = '', role = 'specialist' }: { unit?: string; role?: RoleKey }): Asker {
  const actor = { kind: 'user', id: 'bench', name: 'Cán bộ (mẫu)', unit } as const;
  return { actor: { ...actor, roles: [role], positions: [{ unit, role }] } };
}
