import { beforeEach, describe, expect, it } from '@jest/globals';
import { followEvents } from '../../ui/api/live-updates.ts';

describe('what is fetched anew', () => {
  let stream: EventTarget;
  let fetched: unknown[];
  const happens = (name: string) => stream.dispatchEvent(new Event(name));
  const tells = (event: object) =>
    stream.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }));

  beforeEach(() => {
    stream = new EventTarget();
    fetched = [];
    const invalidateQueries = async (filter?: { queryKey?: readonly unknown[] }) => {
      fetched.push(filter?.queryKey?.join('/') ?? 'everything');
    };
    followEvents(stream, { invalidateQueries });
  });

  it('is nothing when the line opens for the first time', () => {
    happens('open');
    expect(fetched).toEqual([]);
  });

  it('is everything, once, when the line is back after a break', () => {
    for (const name of ['open', 'error', 'error', 'open', 'open']) happens(name);
    expect(fetched).toEqual(['everything']);
  });

  it('is the task and the dossier that an event is about, and their lists', () => {
    tells({ type: 'task', dossier: 'H01-1', task: 'H01-1.2' });
    expect(fetched).toEqual(['notices', 'tasks', 'task/H01-1.2', 'dossiers', 'dossier/H01-1']);
  });

  it('is the bell alone for a notice', () => {
    tells({ type: 'notice' });
    expect(fetched).toEqual(['notices']);
  });
});
