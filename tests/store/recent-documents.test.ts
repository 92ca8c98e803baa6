import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PreparedWrite } from '../../server/store/sqlite/prepared-commit.ts';
import { type RecentDocuments, recentDocuments } from '../../server/store/sqlite/recent-documents.ts';

let recent: RecentDocuments;
beforeEach(() => {
  recent = recentDocuments();
});

const read = (version: number, text = `v${version}`) => recent.keep('tasks', 'a', { version, text });
const known = () => recent.find('tasks', 'a')?.text;
const follow = (write: object) =>
  recent.follow({ numbers: [], writes: [{ collection: 'tasks', id: 'a', ...write } as PreparedWrite] });
const replacing = (version: number) => follow({ op: 'replace', version, text: `v${version + 1}` });

describe('documents that are remembered', () => {
  it('are as they were until a commit is answered, then as it wrote them', () => {
    read(1);
    const answered = replacing(1);
    expect(known()).toBe('v1');
    answered(true);
    expect(recent.find('tasks', 'a')).toEqual({ version: 2, text: 'v2' });
  });

  it('are not set back by a commit that is answered after a later one was read', () => {
    read(1);
    const answered = replacing(1);
    read(3);
    answered(true);
    expect(known()).toBe('v3');
  });

  it('are read anew when they were read while a commit was under way that nobody remembered them for', () => {
    const answered = replacing(1);
    read(1);
    answered(true);
    expect(known()).toBeUndefined();
  });

  it('are read anew when a commit was refused: somebody was faster', () => {
    read(1);
    replacing(1)(false);
    expect(known()).toBeUndefined();
  });

  it.each([
    { op: 'put', text: 'x' },
    { op: 'delete' },
    { op: 'replace', version: 1, text: 'x', apart: '{}' },
  ])('are read anew after a write whose outcome is more than a new text: $op', (write) => {
    read(1);
    follow(write)(true);
    expect(known()).toBeUndefined();
  });

  it('are not very long, nor many together', () => {
    read(1, 'x'.repeat(60_000));
    expect(known()).toBeUndefined();
    read(1);
    for (let each = 0; each < 200; each++)
      recent.keep('forms', `f${each}`, { version: 1, text: 'x'.repeat(40_000) });
    expect(known()).toBeUndefined();
    expect(recent.find('forms', 'f199')?.text).toHaveLength(40_000);
  });
});
