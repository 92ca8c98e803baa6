/** The dossiers that a server has, as a client sees them. */
import type { TestClient } from './test-client.ts';

/** Every dossier's row in the list. */
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

/** The day's numbers at the end of codes, in order. */
export const serials = (codes: string[]): number[] =>
  codes.map((code) => Number(code.slice(-4))).sort((one, other) => one - other);
