import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '../../server/access/actor.ts';
import { auditWrite } from '../../server/access/audit.ts';
import { openAccess } from '../../server/access/open-access.ts';
import { auditSpec, sealSpec } from '../../server/access/records.ts';
import { type BrokenSeal, brokenSeals, sealAudit } from '../../server/access/seal-audit.ts';
import { manualClock } from '../../server/clock.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';

const silent = { info: () => {} };

describe('the seals of the audit trail', () => {
  let store: Store;

  beforeEach(() => {
    store = openSqliteStore({ folder: ':memory:' });
    openAccess({ store, clock: manualClock(0), wallClock: manualClock(0) });
  });
  afterEach(() => store.close());

  const write = (what: string) =>
    store.commit(auditWrite({ at: '2026-04-15T02:00:00.000Z', actor: systemActor, what }));
  const broken = async (): Promise<BrokenSeal[]> => {
    const found: BrokenSeal[] = [];
    for await (const seal of brokenSeals(store)) found.push(seal);
    return found;
  };
  const sealedThrice = async () => {
    for (const what of ['user.create', 'user.lock', 'user.unlock']) {
      await write(what);
      await write(`${what}.again`);
      await sealAudit(store, silent);
    }
  };
  const lineOf = async (what: string) =>
    (await store.collection(auditSpec).find({ where: { what } })).items[0]!;

  it('hold over an untouched trail, lines that wait included', async () => {
    await sealedThrice();
    await write('session.begin');

    expect(await broken()).toEqual([]);
  });

  it('tell of a line that was changed', async () => {
    await sealedThrice();
    const { id, version, doc } = await lineOf('user.lock');
    await store.commit([
      { op: 'replace', collection: 'audit', id, version, doc: { ...doc, actorName: 'Người khác' } },
    ]);

    expect(await broken()).toEqual([{ number: 2, kind: 'altered' }]);
  });

  it('tell of a line that was taken out, and of one that was slipped in', async () => {
    await sealedThrice();
    const { id, doc } = await lineOf('user.create');
    await store.commit([{ op: 'delete', collection: 'audit', id }]);
    await store.commit([
      { op: 'insert', collection: 'audit', id: 'x1', doc },
      { op: 'insert', collection: 'audit', id: 'x2', doc },
    ]);

    expect(await broken()).toEqual([
      { number: 1, kind: 'altered' },
      { number: 0, kind: 'altered' },
    ]);
  });

  it('tell of a seal that is gone', async () => {
    await sealedThrice();
    const [, second] = (
      await store.collection(sealSpec).find({ sort: [{ field: 'number', direction: 'asc' }] })
    ).items;
    await store.commit([{ op: 'delete', collection: 'audit-seals', id: second!.id }]);

    expect(await broken()).toContainEqual({ number: 2, kind: 'missing' });
  });

  it('are not made twice by two servers at once', async () => {
    await write('user.create');

    await Promise.all([sealAudit(store, silent), sealAudit(store, silent)]);

    expect(await store.collection(sealSpec).count({})).toBe(1);
    expect(await broken()).toEqual([]);
  });
});
