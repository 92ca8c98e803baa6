/** Units: opened and changed. Dossiers keep the names they were issued under. */
import { isoNow } from '../clock.ts';
import type { Unit } from '../contract/access.ts';
import { problem } from '../http/problem.ts';
import { DuplicateKey, type Write } from '../store/store.ts';
import { type Asker, auditWrite } from './audit.ts';
import type { Access } from './open-access.ts';
import { type UnitRecord, unitSpec } from './records.ts';

/** @throws Problem 409 id or code taken; 422 an unknown parent */
export async function createUnit(
  access: Access,
  { unit: { id, ...doc }, by }: { unit: UnitRecord & { id: string }; by: Asker },
): Promise<Unit> {
  await refuseParent(access, { id, parent: doc.parent });
  const write: Write = { op: 'insert', collection: unitSpec.name, id, doc };
  return save(access, { id, write, what: 'unit.create', by, detail: doc.name });
}

/** @throws Problem 404; 409 code taken; 422 an unknown parent, or one below the unit itself */
export async function updateUnit(
  access: Access,
  { id, changes, by }: { id: string; changes: Partial<UnitRecord>; by: Asker },
): Promise<Unit> {
  const found = await access.units.get(id);
  if (!found) throw problem('unit.not-found', 404);
  await refuseParent(access, { id, parent: changes.parent });
  const doc = { ...found.doc, ...changes };
  const write: Write = { op: 'replace', collection: unitSpec.name, id, version: found.version, doc };
  return save(access, { id, write, what: 'unit.update', by, detail: Object.keys(changes).join(', ') });
}

async function save(
  access: Access,
  { id, write, what, by, detail }: { id: string; write: Write; what: string; by: Asker; detail: string },
): Promise<Unit> {
  try {
    await access.store.commit([
      write,
      ...auditWrite({ at: isoNow(access.clock), ...by, what, subject: id, detail }),
    ]);
  } catch (fault) {
    if (!(fault instanceof DuplicateKey) || fault.collection !== unitSpec.name) throw fault;
    const pointer = fault.index === 'code' ? '/code' : '/id';
    throw problem('unit.taken', 409, { errors: [{ pointer, code: 'unit.taken' }] });
  }
  access.organisation.forget();
  return (await access.organisation.unit(id))!;
}

async function refuseParent(
  access: Access,
  { id, parent }: { id: string; parent: string | undefined },
): Promise<void> {
  for (let above = parent; above !== undefined; ) {
    const unit = await access.organisation.unit(above);
    if (!unit || above === id) {
      const code = unit ? 'unit.circular' : 'unit.unknown';
      throw problem('request.invalid-body', 422, { errors: [{ pointer: '/parent', code }] });
    }
    above = unit.parent;
  }
}
