import { officialTemplates } from '../../templates/worker/index.ts';
import { systemActor } from '../access/actor.ts';
import type { Catalogue } from '../catalogue/open-catalogue.ts';
import { draftVersion, publishVersion } from '../catalogue/publish-version.ts';

/** The papers of the law come with the product: published where there is no template yet. */
export async function publishOfficialTemplates(catalogue: Catalogue): Promise<void> {
  if ((await catalogue.templates.count({}, { atMost: 1 })) > 0) return;
  for (const { key, title, source, page } of officialTemplates()) {
    const kind = {
      kind: 'template',
      collection: catalogue.templates,
      key,
      by: { actor: systemActor },
    } as const;
    const { doc } = await draftVersion(catalogue, { ...kind, content: { title, source, page } });
    await publishVersion(catalogue, { ...kind, version: doc.version });
  }
}
