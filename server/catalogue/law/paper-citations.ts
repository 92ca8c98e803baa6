/** What e-forms and the templates of official papers cite. */
import { allVersions } from '../find-version.ts';
import type { Catalogue } from '../open-catalogue.ts';
import type { FormVersionRecord, TemplateVersionRecord } from '../records.ts';
import type { Citing } from './citing.ts';

/** Fields by their `ui:citation`, templates by the decision that prescribes them; of versions not retired. */
export const paperCitations = async (catalogue: Catalogue): Promise<Citing[]> => [
  ...(await living(catalogue.forms)).flatMap((form) => fieldCitations(catalogue, form)),
  ...(await living(catalogue.templates)).flatMap(templateCitation),
];

async function living<T extends FormVersionRecord | TemplateVersionRecord>(
  collection: Parameters<typeof allVersions<T>>[0],
): Promise<T[]> {
  const byKey = await allVersions(collection);
  return [...byKey.values()].flatMap((versions) =>
    versions.map(({ doc }) => doc).filter(({ state }) => state !== 'retired'),
  );
}

function fieldCitations({ compiled }: Catalogue, form: FormVersionRecord): Citing[] {
  const { key, version, state, title, schema, ui } = form;
  return (compiled.form({ schema, ui }).form?.fields ?? []).flatMap(({ path, label, citation }) =>
    citation
      ? {
          kind: 'field' as const,
          citation,
          ...{ subject: key, subjectName: title, version, state },
          element: path,
          name: label.vi,
        }
      : [],
  );
}

function templateCitation({ key, version, state, title, decision }: TemplateVersionRecord): Citing[] {
  if (!decision) return [];
  const subject = { subject: key, subjectName: title, version, state };
  return [
    { kind: 'template', citation: `Quyết định ${decision.number}`, ...subject, element: key, name: title },
  ];
}
