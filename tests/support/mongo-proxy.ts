/** A wire between a server and its database that can be cut, held up and slowed, and that tells what was asked over it. */
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { mongo } from 'mongoose';

export interface MongoProxy {
  /** of the same database as the target's, over this wire alone */
  uri: string;
  /** breaks every connection and takes no new one until `pass` */
  cut(): void;
  /** connections stay, and nothing comes through until `pass` */
  stall(): void;
  /** every piece takes so many milliseconds longer, each way */
  slow(ms: number): void;
  pass(): void;
  close(): Promise<void>;
}

/** A command as it was sent: `{ find: 'c_dossiers', filter: …, $db: … }`. */
export type WireCommand = Record<string, unknown>;

/**
 * @param target address of one server, or of a set of one
 * @param options.onCommand told of each command that a server sends
 */
export async function startMongoProxy(
  target: string,
  { onCommand }: { onCommand?: (command: WireCommand) => void } = {},
): Promise<MongoProxy> {
  const { hostname, port, pathname } = new URL(target);
  const pairs = new Set<[Socket, Socket]>();
  const held: (() => void)[] = [];
  let mode: 'pass' | 'cut' | 'stall' = 'pass';
  let delayMs = 0;

  const forward = (from: Socket, to: Socket) =>
    from.on('data', (piece) => {
      const send = () => void to.write(piece);
      if (mode === 'stall') held.push(send);
      else if (delayMs > 0) setTimeout(send, delayMs);
      else send();
    });
  const server = createServer((client) => {
    // Who dials a wire that is cut gets no answer; who finds it broken learns by his own read.
    client.on('error', () => {});
    if (mode === 'cut') return void client.destroy();
    const upstream = dial(Number(port), hostname).on('error', () => {});
    const pair: [Socket, Socket] = [client, upstream];
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const socket of pair) socket.setNoDelay(true).on('close', end);
    forward(client, upstream);
    forward(upstream, client);
    if (onCommand) client.on('data', commandReader(onCommand));
  });
  const breakAll = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const own = (server.address() as AddressInfo).port;
  return {
    uri: `mongodb://127.0.0.1:${own}${pathname}?directConnection=true`,
    cut: () => {
      mode = 'cut';
      breakAll();
    },
    stall: () => {
      mode = 'stall';
    },
    slow: (ms) => {
      delayMs = ms;
    },
    pass: () => {
      mode = 'pass';
      delayMs = 0;
      for (const send of held.splice(0)) send();
    },
    close: async () => {
      breakAll();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

const OP_MSG = 2013;
/** Length, request, answered request, code of the operation: 4 bytes each; then flags, and the kind of the section. */
const HEADER_BYTES = 16;
const DOCUMENT_AT = HEADER_BYTES + 4 + 1;

/** Cuts what a connection sends into messages and tells of each OP_MSG its command. */
function commandReader(onCommand: (command: WireCommand) => void): (piece: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    while (rest.length >= HEADER_BYTES) {
      const length = rest.readInt32LE(0);
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      if (message.readInt32LE(HEADER_BYTES - 4) !== OP_MSG) continue;
      const size = message.readInt32LE(DOCUMENT_AT);
      onCommand(mongo.BSON.deserialize(message.subarray(DOCUMENT_AT, DOCUMENT_AT + size)));
    }
  };
}
