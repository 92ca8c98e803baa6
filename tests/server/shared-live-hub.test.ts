import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, systemActor } from '../../server/access/actor.ts';
import type { LiveEvent } from '../../server/contract/integration.ts';
import { type SharedLiveHub, sharedLiveHub } from '../../server/events/shared-live-hub.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { type Store, StoreUnavailable } from '../../server/store/store.ts';

/** Nothing is exchanged but when a test says so. */
const NEVER = 2 ** 30;
const AUDIENCE = { units: ['so-xd'] };
const CLERK: Actor = { ...systemActor, id: 'clerk', positions: [{ unit: 'so-xd', role: 'specialist' }] };
const STRANGER: Actor = { ...CLERK, id: 'stranger', positions: [{ unit: 'so-yt', role: 'specialist' }] };

const dossier = (number: number): LiveEvent => ({
  type: 'dossier',
  dossier: `H01-${number}`,
  at: '2026-04-15T02:00:00.000Z',
});

let store: Store;
let faults: unknown[];
beforeEach(() => {
  store = openSqliteStore({ folder: ':memory:' });
  faults = [];
});
afterEach(() => store.close());

const hub = (on = store) =>
  sharedLiveHub({ store: on, onFault: (fault) => faults.push(fault), everyMs: NEVER });

/** Two servers that know where the log stands. */
async function twoHubs(on = store): Promise<[SharedLiveHub, SharedLiveHub]> {
  const hubs: [SharedLiveHub, SharedLiveHub] = [hub(on), hub()];
  for (const each of hubs) await each.exchange();
  return hubs;
}

/** What a listener hears and is marked with, in order; `until` resolves when so much was said. */
function ear(at: SharedLiveHub, actor: Actor, after?: string) {
  const said: string[] = [];
  let wake = () => {};
  const hears = (what: string) => {
    said.push(what);
    wake();
  };
  const stop = at.listen(
    actor,
    { hear: (event) => hears(event.dossier), mark: (place) => hears(`mark ${place}`), end: () => {} },
    after,
  );
  const until = async (length: number) => {
    while (said.length < length)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return said;
  };
  return { said, stop, until };
}

describe('live events among servers', () => {
  it('reach listeners of the other server, each once, whom they concern', async () => {
    const [first, second] = await twoHubs();
    const [clerk, stranger] = [ear(second, CLERK), ear(second, STRANGER)];

    first.tell(dossier(1), AUDIENCE);
    first.tell(dossier(2), AUDIENCE);
    await first.exchange();
    await second.exchange();
    await second.exchange();

    expect(clerk.said).toEqual(['mark 0', 'H01-1', 'H01-2', 'mark 1']);
    expect(stranger.said).toEqual(['mark 0', 'mark 1']);
  });

  it('are heard at once where they were told, and not again', async () => {
    const [first] = await twoHubs();
    const clerk = ear(first, CLERK);

    first.tell(dossier(1), AUDIENCE);
    const atOnce = [...clerk.said];
    await first.exchange();

    expect(atOnce).toEqual(['mark 0', 'H01-1']);
    expect(clerk.said).toEqual(['mark 0', 'H01-1', 'mark 1']);
  });

  it('are told again at any server to who comes back with a mark', async () => {
    const [first, second] = await twoHubs();
    for (const number of [1, 2, 3]) {
      first.tell(dossier(number), AUDIENCE);
      await first.exchange();
    }

    const said = await ear(second, CLERK, '1').until(3);

    expect(said).toEqual(['H01-2', 'H01-3', 'mark 3']);
  });

  it('take a mark that is none for a first visit', async () => {
    const [first] = await twoHubs();
    expect(ear(first, CLERK, 'x; drop').said).toEqual(['mark 0']);
  });

  it('are kept while the database does not answer, and told when it is back', async () => {
    let isAway = false;
    const away: Store = {
      ...store,
      commit: (commit) =>
        isAway ? Promise.reject(new StoreUnavailable('unreachable')) : store.commit(commit),
    };
    const [first, second] = await twoHubs(away);
    const clerk = ear(second, CLERK);

    isAway = true;
    first.tell(dossier(1), AUDIENCE);
    await expect(first.exchange()).rejects.toThrow(StoreUnavailable);
    isAway = false;
    first.tell(dossier(2), AUDIENCE);
    await first.exchange();
    await second.exchange();

    expect(clerk.said).toEqual(['mark 0', 'H01-1', 'H01-2', 'mark 1']);
  });

  it('are handed on when a server stops', async () => {
    const [first, second] = await twoHubs();
    const clerk = ear(second, CLERK);

    first.tell(dossier(1), AUDIENCE);
    await first.stop();
    await second.exchange();

    expect(clerk.said).toContain('H01-1');
    expect(faults).toEqual([]);
  });

  it('are kept for the last thousand batches', async () => {
    const [first, second] = await twoHubs();
    for (let number = 1; number <= 1002; number++) {
      first.tell(dossier(number), AUDIENCE);
      await first.exchange();
    }

    const said = await ear(second, CLERK, '0').until(1001);

    expect(said).toEqual([...Array.from({ length: 1000 }, (_, index) => `H01-${index + 3}`), 'mark 1002']);
  });
});
