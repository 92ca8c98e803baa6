import type { z } from 'zod';
import type { Asker } from '../access/audit.ts';
import { auditWrite } from '../access/audit.ts';
import { isoNow } from '../clock.ts';
import type { putProcedure as putProcedureBody } from '../contract/catalogue.ts';
import { type FieldError, problem } from '../http/problem.ts';
import type { Stored } from '../store/store.ts';
import type { Catalogue } from './open-catalogue.ts';
import { type ProcedureRecord, procedureSpec } from './records.ts';

/**
 * Creates a procedure or changes it; dossiers in hand keep what they were received under.
 * @throws Problem 422 an unknown unit, or two papers of the same id
 */
export async function putProcedure(
  catalogue: Catalogue,
  { code, settings, by }: { code: string; settings: z.output<typeof putProcedureBody>; by: Asker },
): Promise<Stored<ProcedureRecord>> {
  const errors = [...(await unknownUnits(catalogue, settings)), ...doubledComponents(settings)];
  if (errors.length > 0) throw problem('request.invalid-body', 422, { errors });
  const before = await catalogue.procedures.get(code);
  const doc: ProcedureRecord = { ...settings, code };
  await catalogue.store.commit([
    before
      ? { op: 'replace', collection: procedureSpec.name, id: code, version: before.version, doc }
      : { op: 'insert', collection: procedureSpec.name, id: code, doc },
    ...auditWrite({
      at: isoNow(catalogue.clock),
      ...by,
      what: before ? 'procedure.update' : 'procedure.create',
      subject: code,
      detail: settings.name,
    }),
  ]);
  return { id: code, version: (before?.version ?? 0) + 1, doc };
}

async function unknownUnits(
  { organisation }: Catalogue,
  { unit, receivingUnits }: { unit: string; receivingUnits: string[] },
): Promise<FieldError[]> {
  const named = [
    { pointer: '/unit', id: unit },
    ...receivingUnits.map((id, index) => ({ pointer: `/receivingUnits/${index}`, id })),
  ];
  const errors: FieldError[] = [];
  for (const { pointer, id } of named) {
    if (!(await organisation.unit(id))) errors.push({ pointer, code: 'unit.unknown' });
  }
  return errors;
}

const doubledComponents = ({ components }: { components: { id: string }[] }): FieldError[] =>
  components.flatMap(({ id }, index) =>
    components.findIndex((each) => each.id === id) < index
      ? [{ pointer: `/components/${index}/id`, code: 'procedure.component-doubled' }]
      : [],
  );
