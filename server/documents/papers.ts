/** From an issued paper to its page and its print, always from the template version and data it was issued with. */

import { completePaper } from '../../templates/complete-paper.ts';
import type { PageSetup } from '../contract/catalogue.ts';
import { problem } from '../http/problem.ts';
import type { RuntimeCatalogue } from '../runtime/ports.ts';
import type { DocumentRecord } from './records.ts';

/** Renders in a thread of its own: a template that explodes costs its own paper and nothing else. */
export type RenderHtml = (request: {
  source: string;
  data: object;
  page: PageSetup;
  title: string;
  copies?: string[];
}) => Promise<string>;

/** Copies of a receipt: one stays, one goes with the citizen (S0 Phụ lục; R058). */
const COPIES: Record<string, string[]> = {
  receipt: ['Liên 1: Lưu tại Bộ phận Một cửa', 'Liên 2: Giao cho công dân'],
};

/** The whole HTML page. @throws Problem document.not-found when its template is gone */
export async function paperHtml(
  { catalogue, render }: { catalogue: RuntimeCatalogue; render: RenderHtml },
  paper: DocumentRecord,
): Promise<string> {
  const template = await catalogue.templateVersion(paper.template.key, paper.template.version);
  if (!template) throw problem('document.not-found', 404, { values: { id: paper.name } });
  const copies = COPIES[paper.kind];
  return render({
    source: template.source,
    data: completePaper(paper.data),
    page: template.page,
    title: `${paper.title} ${paper.number}`,
    ...(copies && { copies }),
  });
}
