import type { Asker } from '../access/audit.ts';
import { auditWrite } from '../access/audit.ts';
import { isoNow } from '../clock.ts';
import { problem } from '../http/problem.ts';
import type { Stored } from '../store/store.ts';
import { formUses } from './form-uses.ts';
import type { Catalogue } from './open-catalogue.ts';
import { findVersion } from './publish-version.ts';
import { type FormVersionRecord, formVersionSpec } from './records.ts';

/**
 * Takes the published version out of use; dossiers received with it keep it.
 * @throws Problem 404; 409 it is not the published one, or a procedure or a published process needs the form
 */
export async function retireForm(
  catalogue: Catalogue,
  { key, version, by }: { key: string; version: number; by: Asker },
): Promise<Stored<FormVersionRecord>> {
  const found = await findVersion(catalogue.forms, { kind: 'form', key, version });
  if (found.doc.state !== 'published') throw problem('form.not-in-use', 409, { values: { key, version } });
  const places = await neededBy(catalogue, key);
  if (places.length > 0) throw problem('form.in-use', 409, { values: { key, places: places.join('; ') } });
  const doc: FormVersionRecord = { ...found.doc, state: 'retired' };
  await catalogue.store.commit([
    { op: 'replace', collection: formVersionSpec.name, id: found.id, version: found.version, doc },
    ...auditWrite({ at: isoNow(catalogue.clock), ...by, what: 'form.retire', subject: found.id }),
  ]);
  return { id: found.id, version: found.version + 1, doc };
}

async function neededBy(catalogue: Catalogue, key: string): Promise<string[]> {
  const { procedures, steps } = await formUses(catalogue, key);
  return [
    ...procedures.map(({ code, name }) => `${code} (${name})`),
    ...steps
      .filter(({ state }) => state === 'published')
      .map(({ procedure, step }) => `${procedure}, “${step}”`),
  ];
}
