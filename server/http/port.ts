/** The life of the HTTP port: taken first, answered while starting, closed last. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { expressMessages } from './express-messages.ts';

const LONGEST_ANSWER_MS = 10_000;

/** Milliseconds on a connection on which nothing moves, either way; streams of events beat more often. */
const LONGEST_SILENCE_MS = 120_000;
/** Each costs some kilobytes and a file handle. */
const MOST_CONNECTIONS = 10_000;
/** Connections that may wait to be noticed, so far as the system lets them. */
const MOST_WAITING = 4096;

export interface Port {
  http: Server;
  /** The application answers from now on, where until now people were told to wait. */
  serve(app: Express): void;
}

/**
 * A server that slow clients cannot fill. Node itself gives up on headers after a minute and on the rest of a request
 * after five: less would cut off honest ones who wait in a storm.
 */
export function openPort(): Port {
  const messages = expressMessages();
  const http = createServer(messages.constructors, answerStarting);
  http.maxConnections = MOST_CONNECTIONS;
  http.timeout = LONGEST_SILENCE_MS;
  return {
    http,
    serve: (app) => {
      messages.become(app);
      http.off('request', answerStarting).on('request', app);
    },
  };
}

/** What a request is answered while everything is being opened. */
function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' });
  response.end('Motcua đang khởi động. / Motcua is starting.');
}

/** Takes the port. @returns the address it can be opened at. @throws the system's error when the port is taken */
export function listen(http: Server, { port, host }: { port: number; host: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen({ port, host, backlog: MOST_WAITING }, () => {
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
