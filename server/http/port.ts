/** The life of the HTTP port: taken first, answered while starting, closed last. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LONGEST_ANSWER_MS = 10_000;

/** How long a client may dawdle; milliseconds. */
const PATIENCE = {
  /** over the headers, which fit into one packet */
  headersTimeout: 10_000,
  /** over the whole request: the largest attachment on a village line */
  requestTimeout: 300_000,
  /** how often the two above are looked after */
  connectionsCheckingInterval: 2_000,
};
/** A connection on which nothing moves, either way; streams of events beat more often. */
const IDLE_MS = 120_000;
/** Connections at once; each costs some kilobytes and a file handle. */
const MOST_CONNECTIONS = 10_000;

/** A server that slow clients cannot fill: who stops talking, or stops reading, is cut off. */
export function openPort(): Server {
  const http = createServer(PATIENCE);
  http.maxConnections = MOST_CONNECTIONS;
  http.timeout = IDLE_MS;
  return http;
}

/** What a request is answered while everything is being opened. */
export function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' });
  response.end('Motcua đang khởi động. / Motcua is starting.');
}

/** Takes the port. @returns the address it can be opened at. @throws the system's error when the port is taken */
export function listen(http: Server, { port, host }: { port: number; host: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      const { address, family, port: taken } = http.address() as AddressInfo;
      resolve(`http://${nameOf(address, family)}:${taken}`);
    });
  });
}

/** What is being answered is finished; a client that holds on for longer is cut off. */
export function closed(http: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => http.closeAllConnections(), LONGEST_ANSWER_MS);
    http.close(() => {
      clearTimeout(cut);
      resolve();
    });
    http.closeIdleConnections();
  });
}

/** As a browser of this machine can open it. */
function nameOf(address: string, family: string): string {
  if (address === '0.0.0.0' || address === '::') return 'localhost';
  return family === 'IPv6' ? `[${address}]` : address;
}
