/** Forms and templates as the API shows them: the published version, and the row of all. */
import { abilityFor, type Subject } from '../access/ability.ts';
import type { Actor } from '../access/actor.ts';
import type { FormResource, FormVersion, TemplateResource, TemplateVersion } from '../contract/catalogue.ts';
import { problem } from '../http/problem.ts';
import type { Stored } from '../store/store.ts';
import type { FormVersionRecord, TemplateVersionRecord } from './records.ts';

/** @throws Problem 404 when there is no version */
export function presentForm(key: string, versions: Stored<FormVersionRecord>[], actor: Actor): FormResource {
  const newest = versions[0];
  if (!newest) throw problem('form.not-found', 404, { values: { key } });
  const published = versions.find(({ doc }) => doc.state === 'published');
  return {
    key,
    title: (published ?? newest).doc.title,
    ...(published ? { published: published.doc } : {}),
    versions: versions.map(({ doc: { schema: _schema, ui: _ui, ...row } }) => row),
    abilities: abilitiesOf(actor, 'Form'),
  };
}

/** @throws Problem 404 when there is no version */
export function presentTemplate(
  key: string,
  versions: Stored<TemplateVersionRecord>[],
  actor: Actor,
): TemplateResource {
  const newest = versions[0];
  if (!newest) throw problem('template.not-found', 404, { values: { key } });
  const published = versions.find(({ doc }) => doc.state === 'published');
  return {
    key,
    title: (published ?? newest).doc.title,
    ...(published ? { published: published.doc } : {}),
    versions: versions.map(({ doc: { source: _source, ...row } }) => row),
    abilities: abilitiesOf(actor, 'Template'),
  };
}

export const presentFormVersion = ({ doc }: Stored<FormVersionRecord>): FormVersion => doc;
export const presentTemplateVersion = ({ doc }: Stored<TemplateVersionRecord>): TemplateVersion => doc;

function abilitiesOf(actor: Actor, subject: Subject): string[] {
  const may = abilityFor(actor);
  return [
    ...(may.can('create', subject) ? ['create-version'] : []),
    ...(may.can('publish', subject) ? ['publish'] : []),
  ];
}
