import type { TestClient } from './test-client.ts';

/** The list of dossiers, page after page. */
export async function everyDossier(client: TestClient): Promise<{ code: string; openTasks: unknown[] }[]> {
  const rows: { code: string; openTasks: unknown[] }[] = [];
  let path = '/dossiers?limit=200';
  for (;;) {
    const { body } = await client.get(path);
    rows.push(...body.items);
    if (!body.next) return rows;
    path = `/dossiers?limit=200&cursor=${encodeURIComponent(body.next)}`;
  }
}
