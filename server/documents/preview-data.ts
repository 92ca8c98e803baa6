import { completePaper } from '../../templates/complete-paper.ts';
import type { Store } from '../store/store.ts';
import { documentSpec } from './records.ts';

/**
 * The data a dossier's paper of a kind was issued with, or those of its newest paper when it has none of
 * that kind: what a template is previewed with. Null for a dossier without papers.
 */
export async function previewData(store: Store, dossier: string, kind: string): Promise<object | null> {
  const { items } = await store.collection(documentSpec).find({
    where: { dossier },
    sort: [
      { field: 'dossier', direction: 'desc' },
      { field: 'issuedAt', direction: 'desc' },
    ],
    limit: 1000,
  });
  const paper = items.find(({ doc }) => doc.kind === kind) ?? items[0];
  return paper ? completePaper(paper.doc.data) : null;
}
