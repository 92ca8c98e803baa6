import { beforeEach, describe, expect, it } from '@jest/globals';
import { type GroupCommit, groupCommit, type Outcome } from '../../server/store/sqlite/group-commit.ts';
import { StoreUnavailable } from '../../server/store/store.ts';

describe('commits that share a sync', () => {
  let commits: GroupCommit<string>;
  let kept: string[];
  let groups: string[][];
  let answered: string[];
  let syncs: { ends: () => void; fails: (fault: Error) => void }[];

  beforeEach(() => {
    kept = [];
    groups = [];
    answered = [];
    syncs = [];
    const sync = () =>
      new Promise<void>((ends, fails) => {
        syncs.push({ ends, fails });
      });
    commits = groupCommit<string>({ write: keepAll, sync });
  });

  /** Each name once. */
  const keep = (name: string): Outcome => {
    if (kept.includes(name)) return { refused: new Error(`${name} is taken`) };
    kept.push(name);
    return 'written';
  };
  const keepAll = (names: string[]) => {
    groups.push(names);
    return names.map(keep);
  };
  const write = (name: string) =>
    commits.run(name).then(
      () => answered.push(name),
      (fault: Error) => answered.push(`${name}: ${fault.message}`),
    );
  /** Lets what is ready run, as far as the next sync. */
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
  };

  it('are answered when the disk has them, not before', async () => {
    void write('a');
    void write('b');
    await settle();
    expect([kept, answered, syncs.length]).toEqual([['a', 'b'], [], 1]);
    syncs[0]!.ends();
    await settle();
    expect(answered).toEqual(['a', 'b']);
  });

  it('do not wait for the sync of others, but for both when two are under way', async () => {
    for (const name of ['a', 'b', 'c', 'd']) {
      void write(name);
      await settle();
    }
    expect([kept, answered, syncs.length]).toEqual([['a', 'b'], [], 2]);
    syncs[0]!.ends();
    await settle();
    expect([kept, answered, syncs.length]).toEqual([['a', 'b', 'c', 'd'], ['a'], 3]);
    syncs[1]!.ends();
    syncs[2]!.ends();
    await settle();
    expect(answered).toEqual(['a', 'b', 'c', 'd']);
  });

  it('come in groups of a size that holds nobody up for long', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `n${index}`);
    for (const name of names) void write(name);
    await settle();
    expect(groups.map(({ length }) => length)).toEqual([24, 24]);
    syncs[0]!.ends();
    await settle();
    expect([groups.flat(), answered.length]).toEqual([names, 24]);
  });

  it('are answered in the order in which they were written, whichever sync ends first', async () => {
    void write('a');
    await settle();
    void write('b');
    await settle();
    syncs[1]!.ends();
    await settle();
    expect(answered).toEqual([]);
    syncs[0]!.ends();
    await settle();
    expect(answered).toEqual(['a', 'b']);
  });

  it('are refused alone, and at once, when they are wrong', async () => {
    void write('a');
    void write('a');
    void write('b');
    await settle();
    expect([kept, answered]).toEqual([['a', 'b'], ['a: a is taken']]);
    syncs[0]!.ends();
    await settle();
    expect(answered.slice(1)).toEqual(['a', 'b']);
  });

  it('need no sync when none of them wrote', async () => {
    void write('a');
    await settle();
    syncs[0]!.ends();
    void write('a');
    await settle();
    expect([answered.length, syncs.length]).toEqual([2, 1]);
  });

  it('are all refused once the disk has failed, until the store is opened anew', async () => {
    for (const name of ['a', 'b', 'c']) {
      void write(name);
      await settle();
    }
    syncs[1]!.ends();
    syncs[0]!.fails(new Error('EIO'));
    await settle();
    void write('d');
    await settle();
    expect(answered).toEqual(['a', 'c', 'b', 'd'].map((name) => `${name}: the store is unreachable: EIO`));
    expect(kept).toEqual(['a', 'b']);
  });

  it('are finished before it stops, and refused afterwards', async () => {
    for (const name of ['a', 'b', 'c']) {
      void write(name);
      await settle();
    }
    let isStopped = false;
    const stopped = commits.stop().then(() => {
      isStopped = true;
    });
    await expect(commits.run('z')).rejects.toThrow(StoreUnavailable);
    syncs[0]!.ends();
    syncs[1]!.ends();
    await settle();
    expect([answered, isStopped]).toEqual([['a', 'b'], false]);
    syncs[2]!.ends();
    await stopped;
    expect(answered).toEqual(['a', 'b', 'c']);
  });
});
