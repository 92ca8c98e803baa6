import { expect, it } from '@jest/globals';
import { countRoundTrips } from '../support/count-round-trips.ts';
import { onMongodb } from '../support/on-mongodb.ts';

onMongodb('what a command asks of MongoDB', (uri) => {
  it('is one read and one transaction', async () => {
    const counted = await countRoundTrips(uri);

    expect(counted.map(({ command, reads, transactions }) => [command, reads, transactions])).toEqual([
      ['intake', 0, 1],
      ['claim', 1, 1],
      ['release', 1, 1],
      ['complete', 1, 1],
      // A completed task is no part of its dossier any more: it is read beside it.
      ['recall', 2, 1],
      ['withdraw', 1, 1],
    ]);
  }, 120_000);
});
