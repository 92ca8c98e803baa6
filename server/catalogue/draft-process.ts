/** Drafts of a process: a new version, and the saving of one. */
import type { Asker } from '../access/audit.ts';
import { auditWrite } from '../access/audit.ts';
import { isoNow } from '../clock.ts';
import type { ApprovedTable } from '../contract/step-table/step-table.ts';
import { problem } from '../http/problem.ts';
import type { Stored } from '../store/store.ts';
import { findProcedure, findProcess } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import { type ProcessVersionRecord, processVersionId, processVersionSpec } from './records.ts';

export interface DraftContent {
  xml: string;
  /** the step table of the decision; absent leaves what a draft has */
  approvedTable?: ApprovedTable | undefined;
}

/**
 * Versions of a procedure count from 1 without gaps. Any XML is kept, with its diagnostics told; a
 * draft may be wrong for a while.
 * @throws Problem 404
 */
export async function draftProcess(
  catalogue: Catalogue,
  { code, xml, approvedTable, by }: DraftContent & { code: string; by: Asker },
): Promise<Stored<ProcessVersionRecord>> {
  await findProcedure(catalogue, code);
  const at = isoNow(catalogue.clock);
  const sequence = `process/${code}`;
  let version = 0;
  const record = (): ProcessVersionRecord => ({
    procedure: code,
    version,
    state: 'draft',
    revision: 1,
    xml,
    ...(approvedTable ? { approvedTable } : {}),
    createdAt: at,
    createdBy: by.actor.name,
    life: [{ at, action: 'create', actor: by.actor.name }],
  });
  await catalogue.store.commit({
    take: [sequence],
    writes: (numbers) => {
      version = numbers[sequence]!;
      const id = processVersionId(code, version);
      return [
        { op: 'insert', collection: processVersionSpec.name, id, doc: record() },
        ...auditWrite({ at, ...by, what: 'process.create', subject: id }),
      ];
    },
  });
  return { id: processVersionId(code, version), version: 1, doc: record() };
}

/**
 * Replaces the XML of a draft.
 * @param request.revision the one that was edited; a newer one is not overwritten
 * @throws Problem 404; 409 no longer a draft, or saved by somebody else since
 */
export async function saveDraft(
  catalogue: Catalogue,
  request: DraftContent & { code: string; version: number; revision?: number | undefined; by: Asker },
): Promise<Stored<ProcessVersionRecord>> {
  const { code, version, xml, approvedTable, revision, by } = request;
  const found = await findProcess(catalogue, { code, version });
  if (found.doc.state !== 'draft') {
    throw problem('process.not-a-draft', 409, { values: { version, state: found.doc.state } });
  }
  if (revision !== undefined && revision !== revisionOf(found)) {
    throw problem('process.saved-by-another', 409, { values: { version } });
  }
  const doc = {
    ...found.doc,
    xml,
    revision: revisionOf(found) + 1,
    ...(approvedTable ? { approvedTable } : {}),
  };
  await catalogue.store.commit([
    { op: 'replace', collection: processVersionSpec.name, id: found.id, version: found.version, doc },
    ...auditWrite({ at: isoNow(catalogue.clock), ...by, what: 'process.save', subject: found.id }),
  ]);
  return { id: found.id, version: found.version + 1, doc };
}

/** How often the drawing was saved; what else is written to the version (remarks, its life) does not count. */
export const revisionOf = ({ doc, version }: Stored<ProcessVersionRecord>): number => doc.revision ?? version;
