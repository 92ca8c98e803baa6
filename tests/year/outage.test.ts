import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDossier } from '../../server/contract/dossiers.ts';
import { takeIn } from '../../server/dossiers/intake.ts';
import { historyOf } from '../../server/dossiers/read-history.ts';
import { CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { buildOffice, type Office } from '../support/build-office.ts';

const DOSSIERS = 60;

let office: Office;
beforeAll(async () => {
  office = await buildOffice('2026-04-17T03:00:00.000Z');
});
afterAll(() => office.close());

async function file(procedure: string): Promise<string> {
  const settings = (await office.runtime.catalogue.procedure(procedure))!;
  const body = createDossier.parse({ ...(settings.samples[0] as object), channel: 'counter' });
  const asker = { actor: office.actor('motcua') };
  return (await takeIn(office.runtime, { body, asker, language: 'vi', present: ({ id }) => id })) as string;
}

const entriesOf = async (code: string, type: string) =>
  (await historyOf(office.runtime, code)).flatMap(({ at, entries }) =>
    entries.filter((entry) => entry.type === type).map(() => at),
  );

describe('a server that was away while many dossiers fell due', () => {
  it('tells each breach once and leaves no alarm behind', async () => {
    const permits = await Promise.all(Array.from({ length: DOSSIERS / 2 }, () => file(HOUSE_PERMIT)));
    const certificates = await Promise.all(Array.from({ length: DOSSIERS / 2 }, () => file(CERTIFICATION)));

    await office.sleepUntil('2026-06-01T03:00:00.000Z');

    for (const code of [...permits, ...certificates]) {
      expect(await entriesOf(code, 'delay-foreseen')).toHaveLength(1);
      expect(await entriesOf(code, 'overdue')).toEqual(['2026-06-01T03:00:00.000Z']);
      const { doc } = (await office.runtime.dossiers.get(code))!;
      expect(doc.watch?.alarm).toBeUndefined();
      expect(Object.keys(doc.drafts ?? {})).toContain('apology');
    }
  });

  it('serves people while it catches up', async () => {
    await Promise.all(Array.from({ length: DOSSIERS }, () => file(HOUSE_PERMIT)));
    let isCaughtUp = false;
    const catchingUp = office.sleepUntil('2026-09-01T03:00:00.000Z').then(() => {
      isCaughtUp = true;
    });

    await file(CERTIFICATION);

    expect(isCaughtUp).toBe(false);
    await catchingUp;
  });
});
