/** A paper that a person drafts for a head to sign; the watch drafts its own (server/deadlines/watch). */
import type { z } from 'zod';
import type { Asker } from '../access/audit.ts';
import { headsOf } from '../access/heads-of.ts';
import type { createDraft } from '../contract/documents.ts';
import { capacitiesOf } from '../dossiers/capacities.ts';
import { findDossier } from '../dossiers/read-dossier.ts';
import { problem } from '../http/problem.ts';
import { execute } from '../runtime/execute.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { audit, type Turn } from '../runtime/turn.ts';
import { requestOf } from '../tasks/open-task-of.ts';
import { draftDocument } from './issue-document.ts';
import { DOCUMENT_KINDS, documentTitle } from './kinds.ts';
import type { AskingAbout } from './transitions.ts';

type Draft = z.output<typeof createDraft>;

/**
 * @returns the id of the draft
 * @throws Problem dossier.not-found, document.drafting-not-your-part (403), document.no-template,
 *   document.draft-waits (409), document.needs-new-date, document.not-involved, document.nobody-signs
 */
export async function draftPaper(
  runtime: Runtime,
  { code, body, asker }: { code: string; body: Draft; asker: Asker },
): Promise<string> {
  await findDossier(runtime, code, asker.actor);
  let name = '';
  await execute(runtime, {
    code,
    actor: asker.actor,
    request: requestOf(asker),
    act: async (turn) => {
      requireDrafter(turn, body);
      const { kind, reason, proposedDueAt, unit } = body;
      const signer = await signerFor(runtime, turn, unit);
      draftDocument(turn, kind, {
        details: { reason, ...(proposedDueAt && { appointment: { newDueAt: proposedDueAt } }) },
        draft: { signer, ...(proposedDueAt && { proposedDueAt }) },
      });
      name = turn.dossier.drafts![body.kind]!.name;
      audit(turn, 'document.draft', name);
    },
  });
  return name;
}

/** Kinds that this person may draft for a dossier: it has their template, and no draft of them waits. */
export function draftableKinds({ actor, dossier }: AskingAbout, language: 'vi' | 'en') {
  if (!isDrafter({ actor, dossier })) return [];
  return Object.entries(dossier.pins.templates)
    .filter(([kind]) => !DOCUMENT_KINDS[kind]?.isAutomatic && !dossier.drafts?.[kind])
    .map(([kind, { title }]) => ({
      kind,
      title: documentTitle(kind, language, title),
      needsDate: DOCUMENT_KINDS[kind]?.operation !== undefined,
    }));
}

function isDrafter({ actor, dossier }: AskingAbout): boolean {
  const held = capacitiesOf(actor, dossier);
  return (['counter', 'handler', 'leader'] as const).some((capacity) => held.has(capacity));
}

function requireDrafter({ dossier, actor }: Turn, { kind, proposedDueAt }: Draft): void {
  if (!isDrafter({ actor, dossier }))
    throw problem('document.drafting-not-your-part', 403, { values: { code: dossier.code } });
  if (!dossier.pins.templates[kind]) throw problem('document.no-template', 409, { values: { kind } });
  if (dossier.drafts?.[kind]) {
    const title = { vi: documentTitle(kind, 'vi'), en: documentTitle(kind, 'en') };
    throw problem('document.draft-waits', 409, { values: { title } });
  }
  if (DOCUMENT_KINDS[kind]?.operation && !proposedDueAt)
    throw problem('document.needs-new-date', 422, {
      errors: [{ pointer: '/proposedDueAt', code: 'document.needs-new-date' }],
    });
}

async function signerFor(
  { organisation }: Runtime,
  { dossier }: Turn,
  asked = dossier.units.competent,
): Promise<{ unit: string; unitName: string; names: string[] }> {
  if (!dossier.involved.includes(asked))
    throw problem('document.not-involved', 422, {
      errors: [{ pointer: '/unit', code: 'document.not-involved' }],
    });
  const { unit, people } = await headsOf(organisation, asked);
  if (!unit || people.length === 0) throw problem('document.nobody-signs', 409);
  return { unit: unit.id, unitName: unit.name, names: people.map((person) => person.name) };
}
