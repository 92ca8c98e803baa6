import { z } from 'zod';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { LiveHub } from './live-hub.ts';

/** A proxy drops a silent connection; a comment line now and then keeps it. */
const KEEP_ALIVE_MS = 25_000;
/** Bytes that may wait for a client, above what the system keeps for it. */
const MOST_UNREAD = 64 * 1024;

/** Server-sent events: what changed for this person. The screen fetches it anew. */
export function eventRoutes({ live }: { live: LiveHub }): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/events',
      summary: 'Luồng sự kiện: công việc và hồ sơ vừa thay đổi',
      tag: 'Sự kiện',
      auth: 'session',
      response: z.unknown(),
      produces: ['text/event-stream'],
      handler: ({ actor, raw: { request, response } }) =>
        new Promise((resolve) => {
          const say = (text: string) => {
            if (response.destroyed) return;
            response.write(text);
            // It does not read: what waits for it must not fill our memory. It comes again and sees everything anew.
            if (response.writableLength > MOST_UNREAD) response.destroy();
          };
          response.writeHead(200, {
            'content-type': 'text/event-stream; charset=utf-8',
            'cache-control': 'no-store',
            'x-accel-buffering': 'no',
          });
          say('retry: 3000\n\n');
          const beat = setInterval(() => say(': \n\n'), KEEP_ALIVE_MS);
          beat.unref();
          const end = () => {
            clearInterval(beat);
            stop();
            response.end();
            resolve(undefined);
          };
          const stop = live.listen(
            actor,
            {
              hear: (event) => say(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
              // Without data it is no event: the browser only remembers it, and sends it when it comes back.
              mark: (place) => say(`id: ${place}\n\n`),
              end,
            },
            request.headers['last-event-id'] as string | undefined,
          );
          request.on('close', end);
        }),
    }),
  ];
}
