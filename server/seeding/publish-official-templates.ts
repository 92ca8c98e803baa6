import { officialTemplates } from '../../templates/worker/index.ts';
import { systemActor } from '../access/actor.ts';
import type { Catalogue } from '../catalogue/open-catalogue.ts';
import { draftVersion } from '../catalogue/publish-version.ts';

/** The papers of the law come with the product: published where there is no template yet. */
export async function publishOfficialTemplates(catalogue: Catalogue): Promise<void> {
  if ((await catalogue.templates.count({}, { atMost: 1 })) > 0) return;
  const papers = officialTemplates().map(({ key, title, source, page }) =>
    draftVersion(catalogue, {
      kind: 'template',
      collection: catalogue.templates,
      key,
      content: { title, source, page },
      state: 'published',
      by: { actor: systemActor },
    }),
  );
  await Promise.all(papers);
}
