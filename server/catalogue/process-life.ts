/** The life of a process version (R002): from a draft to what dossiers follow. */
import type { Action } from '../access/ability.ts';
import type { Asker } from '../access/audit.ts';
import { auditWrite } from '../access/audit.ts';
import { isoNow } from '../clock.ts';
import { problem } from '../http/problem.ts';
import type { Stored, Write } from '../store/store.ts';
import { hasBegun, today } from './active-versions.ts';
import { findProcess } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import { publicationObjections } from './process-readiness.ts';
import {
  type ProcessState,
  type ProcessVersionRecord,
  processVersionId,
  processVersionSpec,
} from './records.ts';

export type LifeAction = 'submit' | 'appraise' | 'approve' | 'publish' | 'retire' | 'return';

interface Transition {
  from: ProcessState[];
  to: ProcessState;
  /** what the actor must be able to do with a `Process` */
  ability: Action;
}

/** The department drafts and submits; the provincial office appraises, records the decision and publishes. */
export const LIFE: Record<LifeAction, Transition> = {
  submit: { from: ['draft'], to: 'submitted', ability: 'create' },
  appraise: { from: ['submitted'], to: 'appraised', ability: 'appraise' },
  approve: { from: ['appraised'], to: 'approved', ability: 'appraise' },
  publish: { from: ['approved'], to: 'published', ability: 'publish' },
  retire: { from: ['published'], to: 'retired', ability: 'publish' },
  return: { from: ['submitted', 'appraised', 'approved'], to: 'draft', ability: 'appraise' },
};

export interface LifeBody {
  note?: string | undefined;
  decision?: { number: string; date: string } | undefined;
  effectiveFrom?: string | undefined;
  /** why it is published although checks or tests stand against it */
  override?: string | undefined;
}

/**
 * Takes a version one step on.
 * @throws Problem 404; 409 not from this state; 422 a note or decision is missing, or, on publishing,
 * what the kernel or the house finds wrong, naming the element
 */
export async function liveOn(
  catalogue: Catalogue,
  {
    code,
    version,
    action,
    body,
    by,
  }: { code: string; version: number; action: LifeAction; body: LifeBody; by: Asker },
): Promise<Stored<ProcessVersionRecord>> {
  const found = await findProcess(catalogue, { code, version });
  const { from, to } = LIFE[action];
  if (!from.includes(found.doc.state)) {
    throw problem('process.wrong-state', 409, { values: { version, state: found.doc.state, action } });
  }
  refuseIncomplete(action, body);
  if (action === 'publish') await refuseUnfit(catalogue, found.doc, body.override);

  const at = isoNow(catalogue.clock);
  const note = action === 'publish' ? (body.override ?? body.note) : body.note;
  const doc: ProcessVersionRecord = {
    ...found.doc,
    state: to,
    ...(action === 'approve' ? { decision: body.decision! } : {}),
    ...(action === 'publish' ? { effectiveFrom: body.effectiveFrom ?? today(catalogue.clock) } : {}),
    life: [...found.doc.life, { at, action, actor: by.actor.name, ...(note ? { note } : {}) }],
  };
  if (action === 'return') delete doc.decision;
  await catalogue.store.commit([
    { op: 'replace', collection: processVersionSpec.name, id: found.id, version: found.version, doc },
    ...(action === 'publish' ? await retirements(catalogue, doc, at) : []),
    ...auditWrite({
      at,
      ...by,
      what: `process.${action}`,
      subject: processVersionId(code, version),
      ...(body.decision ? { detail: body.decision.number } : note ? { detail: note } : {}),
    }),
    ...(action === 'publish' && body.override
      ? auditWrite({ at, ...by, what: 'process.override', subject: found.id, detail: body.override })
      : []),
  ]);
  catalogue.active.forget();
  return { id: found.id, version: found.version + 1, doc };
}

function refuseIncomplete(action: LifeAction, { note, decision }: LifeBody): void {
  const missing =
    action === 'approve' && !decision ? '/decision' : action === 'return' && !note ? '/note' : undefined;
  if (missing) {
    throw problem('request.invalid-body', 422, {
      errors: [{ pointer: missing, code: `process.needs-${missing.slice(1)}` }],
    });
  }
}

/** What the kernel refuses can never be overridden: such a process would not run. */
async function refuseUnfit(
  catalogue: Catalogue,
  record: ProcessVersionRecord,
  override: string | undefined,
): Promise<void> {
  const objections = await publicationObjections(catalogue, record);
  const standing = override ? objections.filter(({ isFinal }) => isFinal) : objections;
  if (standing.length === 0) return;
  throw problem('process.not-publishable', 422, {
    values: { version: record.version, count: standing.length },
    errors: standing.map(({ code, element, message }) => ({
      pointer: element ? `/elements/${element}` : '/xml',
      code,
      detail: message,
    })),
  });
}

/** The versions before, unless the new one begins on a later day and they are followed until then. */
async function retirements(
  catalogue: Catalogue,
  published: ProcessVersionRecord,
  at: string,
): Promise<Write[]> {
  const { items } = await catalogue.processes.find({
    where: { state: 'published', procedure: published.procedure },
    limit: 1000,
  });
  const begun = items
    .filter(({ doc }) => hasBegun(doc, today(catalogue.clock)))
    .sort((left, right) => right.doc.version - left.doc.version);
  const superseded = hasBegun(published, today(catalogue.clock)) ? begun : begun.slice(1);
  return superseded.map(({ id, version, doc }) => ({
    op: 'replace',
    collection: processVersionSpec.name,
    id,
    version,
    doc: {
      ...doc,
      state: 'retired',
      life: [...doc.life, { at, action: 'retire', actor: `v${published.version}` }],
    },
  }));
}
