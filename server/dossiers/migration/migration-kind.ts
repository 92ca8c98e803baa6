/** Every running dossier of a procedure to another version of its process, in the background (R010). */
import type { BulkKind } from '../bulk/bulk-kind.ts';
import { migrateDossier } from './migrate-dossier.ts';
import { previewMigration } from './preview.ts';

export interface MigrationOrder {
  kind: 'migration';
  procedure: string;
  version: number;
  mapping: Record<string, string>;
}

const PAGE = 50;

/** A dossier that cannot move is looked at too: its row says why, and approval skips it. */
export const migrationKind: BulkKind<MigrationOrder> = {
  ability: ['publish', 'Process'],
  look: async (runtime, { order: { procedure, version, mapping }, by, cursor }) => {
    const body = { mapping, limit: PAGE, ...(cursor && { cursor }) };
    const { items, next } = await previewMigration(runtime, { procedure, version, body, actor: by });
    const found = items.map((preview) => ({ code: preview.code, preview }));
    return { looked: items.length, found, ...(next && { next }) };
  },
  apply: async (runtime, { order: { version, mapping }, code, by, reason, decision, also }) => {
    const why = decision ? `${reason} (${decision})` : reason;
    await migrateDossier(runtime, {
      code,
      body: { version, mapping, reason: why },
      asker: { actor: by },
      also,
    });
  },
};
