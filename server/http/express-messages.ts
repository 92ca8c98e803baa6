/**
 * Requests and responses that are Express's from the start. Express gives each of Node's another prototype when it begins; V8 then
 * keeps them, and all that hangs on them, past the young generation: 29 KB a request that only a full collection of garbage frees,
 * 4 KB without.
 */
import { IncomingMessage, type ServerOptions, ServerResponse } from 'node:http';
import type { Express } from 'express';

export interface ExpressMessages {
  /** for `createServer` */
  constructors: Pick<ServerOptions, 'IncomingMessage' | 'ServerResponse'>;
  /** From now on they are this application's; Node's own until then. */
  become(app: Express): void;
}

type Constructor = (this: object, ...args: unknown[]) => void;

/** Of the same kind as Node's, functions whose prototype may be changed, which that of a class may not. */
function like(base: unknown): Constructor {
  return function message(...args) {
    (base as Constructor).apply(this, args);
  };
}

export function expressMessages(): ExpressMessages {
  const [request, response] = [like(IncomingMessage), like(ServerResponse)];
  request.prototype = IncomingMessage.prototype;
  response.prototype = ServerResponse.prototype;
  return {
    constructors: { IncomingMessage: request, ServerResponse: response } as unknown as ServerOptions,
    become: (app) => {
      request.prototype = app.request;
      response.prototype = app.response;
    },
  };
}
