/** Listens to `GET /events` as a browser does. */
import type { TestClient } from './test-client.ts';

export interface EventStream {
  /** media type of the answer */
  type: string | null;
  /** Resolves with the data of the following event. @throws Error when the stream has ended */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape
  next(): Promise<any>;
  /** Resolves with the data of the next event of a dossier, whatever else is told before. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape
  nextOf(dossier: string): Promise<any>;
  /** Resolves with the next mark: where to go on from after a lost connection. */
  mark(): Promise<string>;
  close(): Promise<void>;
}

/** @param after the mark heard last */
export async function openEventStream(client: TestClient, after?: string): Promise<EventStream> {
  const answer = await client.fetch('/events', after ? { headers: { 'last-event-id': after } } : {});
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const following = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(text);
      if (found) {
        text = text.slice(0, found.index) + text.slice(found.index + found[0].length);
        return found[1]!;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream has ended');
      text += value;
    }
  };
  const next = async () => JSON.parse(await following(/event: \w+\ndata: (.*)\n\n/));
  return {
    type: answer.headers.get('content-type'),
    next,
    nextOf: async (dossier) => {
      for (;;) {
        const event = await next();
        if (event.dossier === dossier) return event;
      }
    },
    mark: () => following(/id: (\d+)\n\n/),
    close: () => reader.cancel(),
  };
}
