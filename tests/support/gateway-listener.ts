/** A message gateway on the loopback that records what it is given, or refuses as told. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface GatewayListener {
  url: string;
  /** what it took, in order */
  taken: {
    id: string;
    to: string;
    text: string;
    authorization?: string | undefined;
    key?: string | undefined;
  }[];
  /** answers the next so many messages with a status */
  refuse(status: number, times: number): void;
  close(): Promise<void>;
}

export async function gatewayListener(): Promise<GatewayListener> {
  const taken: GatewayListener['taken'] = [];
  let refusal = { status: 0, times: 0 };
  const server = createServer(async (request, response) => {
    // A sender that is killed hangs up in the middle of a message.
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return;
    const message = JSON.parse(body) as { id: string; to: string; text: string };
    if (refusal.times > 0) {
      refusal.times -= 1;
      response.writeHead(refusal.status).end('số điện thoại không hợp lệ');
      return;
    }
    const { authorization } = request.headers;
    taken.push({ ...message, authorization, key: request.headers['idempotency-key'] as string });
    response.writeHead(202).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    taken,
    refuse: (status, times) => {
      refusal = { status, times };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
