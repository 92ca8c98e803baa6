/** Everything in the processes that cites a text of law: what has to be looked at when the text is replaced. */
import type { LawCitation } from '../../contract/catalogue.ts';
import { listProcedures } from '../list-procedures.ts';
import type { Catalogue } from '../open-catalogue.ts';

const EVERY = 1000;
const LIVE = ['draft', 'submitted', 'appraised', 'approved', 'published'] as const;

/** Of the versions that are in use or on their way, by text, procedure and element. */
export async function lawCitations(catalogue: Catalogue): Promise<LawCitation[]> {
  const names = new Map((await listProcedures(catalogue)).map(({ doc }) => [doc.code, doc.name]));
  const { items } = await catalogue.processes.find({ where: { state: { in: [...LIVE] } }, limit: EVERY });
  const found: LawCitation[] = [];
  for (const { doc } of items) {
    const { process } = await catalogue.compiled.process(doc.xml);
    for (const { id, name, citation } of process?.steps ?? []) {
      for (const each of citation?.split(';').map((part) => part.trim()) ?? []) {
        if (!each) continue;
        found.push({
          law: lawOf(each),
          citation: each,
          procedure: doc.procedure,
          procedureName: names.get(doc.procedure) ?? doc.procedure,
          version: doc.version,
          state: doc.state,
          element: id,
          name,
        });
      }
    }
  }
  return found.toSorted(
    (one, other) =>
      one.law.localeCompare(other.law, 'vi') ||
      one.procedure.localeCompare(other.procedure) ||
      one.version - other.version,
  );
}

/** `Nghị định 61/2018/NĐ-CP Điều 17, 18` is of `Nghị định 61/2018/NĐ-CP`; a citation without an article is the text itself. */
export const lawOf = (citation: string): string =>
  citation.split(/,?\s+(?:tại\s+)?(?=(?:điểm|khoản|điều|đ\.|chương|mục)\s*\d|art\.)/i)[0]!.trim();
