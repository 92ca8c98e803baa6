import type { Diagnostic } from '../../engine/types.ts';
import { abilityFor } from '../access/ability.ts';
import type { Actor } from '../access/actor.ts';
import type { ProcessVersion } from '../contract/catalogue.ts';
import type { Stored } from '../store/store.ts';
import { hasBegun, today } from './active-versions.ts';
import { revisionOf } from './draft-process.ts';
import type { Catalogue } from './open-catalogue.ts';
import { LIFE, type LifeAction } from './process-life.ts';
import { publicationFindings } from './publication-findings.ts';
import type { ProcessVersionRecord } from './records.ts';

/** A version as the API shows it. What would stop its publication stands among the diagnostics, as warnings while it is a draft. */
export async function presentProcess(
  catalogue: Catalogue,
  found: Stored<ProcessVersionRecord>,
  { actor, withXml = false }: { actor: Actor; withXml?: boolean },
): Promise<ProcessVersion> {
  const { doc } = found;
  const { diagnostics: ofKernel } = await catalogue.compiled.process(doc.xml);
  const findings = (await publicationFindings(catalogue, doc)).slice(ofKernel.length);
  const shown = (finding: Diagnostic): Diagnostic =>
    doc.state === 'draft' ? { ...finding, severity: 'warning' } : finding;
  return {
    ...summary(doc, actor, await shownState(catalogue, doc)),
    revision: revisionOf(found),
    diagnostics: [...ofKernel, ...findings.map(shown)],
    ...(withXml ? { xml: doc.xml, comments: doc.comments ?? [] } : {}),
    ...(withXml && doc.approvedTable ? { approvedTable: doc.approvedTable } : {}),
  };
}

/** For lists: without XML, and without compiling for the findings. */
export async function presentProcessRow(
  catalogue: Catalogue,
  found: Stored<ProcessVersionRecord>,
  actor: Actor,
): Promise<ProcessVersion> {
  const state = await shownState(catalogue, found.doc);
  return { ...summary(found.doc, actor, state), revision: revisionOf(found), diagnostics: [] };
}

const summary = (doc: ProcessVersionRecord, actor: Actor, state: ProcessVersion['state']) => ({
  procedure: doc.procedure,
  version: doc.version,
  state,
  ...(doc.decision ? { decision: doc.decision } : {}),
  ...(doc.effectiveFrom ? { effectiveFrom: doc.effectiveFrom } : {}),
  createdAt: doc.createdAt,
  createdBy: doc.createdBy,
  life: doc.life,
  abilities: abilitiesOf(doc, actor),
});

/** One that a later version has followed on its day is over, though nobody has written so. */
async function shownState(catalogue: Catalogue, doc: ProcessVersionRecord): Promise<ProcessVersion['state']> {
  if (doc.state !== 'published' || !hasBegun(doc, today(catalogue.clock))) return doc.state;
  const active = await catalogue.active.of(doc.procedure);
  return active !== undefined && active > doc.version ? 'retired' : 'published';
}

function abilitiesOf(doc: ProcessVersionRecord, actor: Actor): string[] {
  const may = abilityFor(actor);
  const actions = (Object.keys(LIFE) as LifeAction[]).filter(
    (action) => LIFE[action].from.includes(doc.state) && may.can(LIFE[action].ability, 'Process'),
  );
  const update = doc.state === 'draft' && may.can('update', 'Process') ? ['update'] : [];
  return [...update, ...actions];
}
