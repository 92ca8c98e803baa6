/** Everything configured that cites a text of law: what has to be looked at when the text is replaced. */
import type { LawCitation } from '../../contract/catalogue.ts';
import { listProcedures } from '../list-procedures.ts';
import type { Catalogue } from '../open-catalogue.ts';
import type { ProcedureRecord, ProcessVersionRecord } from '../records.ts';
import type { Citing } from './citing.ts';
import { paperCitations } from './paper-citations.ts';

const EVERY = 1000;
const LIVE = ['draft', 'submitted', 'appraised', 'approved', 'published'] as const;

/**
 * Of what is in use or on its way there, and of retired processes that running dossiers still follow; by text,
 * subject and version.
 */
export async function lawCitations(catalogue: Catalogue): Promise<LawCitation[]> {
  const procedures = (await listProcedures(catalogue)).map(({ doc }) => doc);
  const citing = [
    ...(await stepCitations(catalogue, procedures)),
    ...procedures.flatMap(entryCitations),
    ...(await paperCitations(catalogue)),
  ];
  return citing
    .flatMap(citedTexts)
    .toSorted(
      (one, other) =>
        one.law.localeCompare(other.law, 'vi') ||
        one.subject.localeCompare(other.subject) ||
        (one.version ?? 0) - (other.version ?? 0),
    );
}

async function stepCitations(catalogue: Catalogue, procedures: ProcedureRecord[]): Promise<Citing[]> {
  const names = new Map(procedures.map(({ code, name }) => [code, name]));
  const versionsIn = async (states: readonly ProcessVersionRecord['state'][]) =>
    (await catalogue.processes.find({ where: { state: { in: [...states] } }, limit: EVERY })).items.map(
      ({ doc }) => doc,
    );
  const living = await citingSteps(catalogue, await versionsIn(LIVE));
  const retired = await citingSteps(catalogue, await versionsIn(['retired']));
  const followed = new Map<string, ReadonlySet<number>>();
  for (const { subject } of retired) {
    if (!followed.has(subject)) followed.set(subject, await catalogue.followedVersions(subject));
  }
  return [
    ...living,
    ...retired
      .filter(({ subject, version }) => followed.get(subject)!.has(version!))
      .map((step) => ({ ...step, isStillFollowed: true })),
  ].map((step) => ({ ...step, subjectName: names.get(step.subject) ?? step.subject }));
}

async function citingSteps({ compiled }: Catalogue, versions: ProcessVersionRecord[]): Promise<Citing[]> {
  const found: Citing[] = [];
  for (const { procedure, version, state, xml } of versions) {
    const { process } = await compiled.process(xml);
    for (const { id, name, citation } of process?.steps ?? []) {
      if (!citation) continue;
      const subject = { subject: procedure, subjectName: procedure, version, state };
      found.push({ kind: 'step', citation, ...subject, element: id, name });
    }
  }
  return found;
}

/** The limit and the required papers of a procedure's entry. */
function entryCitations({ code, name, timeLimit, components }: ProcedureRecord): Citing[] {
  const subject = { subject: code, subjectName: name };
  return [
    ...(timeLimit.citation
      ? [{ kind: 'limit' as const, citation: timeLimit.citation, ...subject, element: 'timeLimit', name: '' }]
      : []),
    ...components.flatMap((component) =>
      component.citation
        ? {
            kind: 'paper' as const,
            citation: component.citation,
            ...subject,
            element: component.id,
            name: component.name,
          }
        : [],
    ),
  ];
}

/** One place for each text that the words name. */
const citedTexts = (citing: Citing): LawCitation[] =>
  citing.citation
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((citation) => ({ ...citing, law: lawOf(citation), citation }));

/** `Nghị định 61/2018/NĐ-CP Điều 17, 18` is of `Nghị định 61/2018/NĐ-CP`; a citation without an article is the text itself. */
export const lawOf = (citation: string): string =>
  citation.split(/,?\s+(?:tại\s+)?(?=(?:điểm|khoản|điều|đ\.|chương|mục)\s*\d|art\.)/i)[0]!.trim();
