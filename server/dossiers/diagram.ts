/** The process a dossier follows, and where it is in it. */
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { dossierDiagram } from '../contract/dossiers.ts';
import { problem } from '../http/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { findDossier } from './read-dossier.ts';
import { historyOf } from './read-history.ts';

/** `open`: elements with an open task or an incident; `done`: elements and flows that were passed and are not open. */
export async function readDiagram(
  runtime: Runtime,
  { code, actor }: { code: string; actor: Actor },
): Promise<z.input<typeof dossierDiagram>> {
  const { doc } = await findDossier(runtime, code, actor);
  const [version, history] = await Promise.all([
    runtime.catalogue.processVersion(doc.procedure.code, doc.pins.process),
    historyOf(runtime, code),
  ]);
  if (!version) throw problem('procedure.not-published', 404, { values: { code: doc.procedure.code } });

  const open = new Set([...doc.openTasks, ...(doc.incidents ?? [])].map(({ element }) => element));
  const passed = new Set(history.flatMap(({ path }) => path));
  return { xml: version.xml, open: [...open], done: [...passed].filter((element) => !open.has(element)) };
}
