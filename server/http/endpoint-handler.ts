/** One endpoint's way through the framework: who, may he, is it valid, do it, answer. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { type Action, abilityFor, type Subject } from '../access/ability.ts';
import { type Actor, anonymous } from '../access/actor.ts';
import type { Authenticator } from './authenticator.ts';
import { Answer, type Endpoint, type RequestContext, type SessionControl } from './endpoint.ts';
import type { Place } from './load-gate.ts';
import { languageOf } from './messages.ts';
import { problem } from './problem.ts';
import { placeOf, waitOutside } from './shed-load.ts';
import { validate } from './validate.ts';

declare module 'express-session' {
  interface SessionData {
    /** id of the account that signed in */
    user: string;
  }
}

/** A large process or template, with room for JSON's escapes. */
const BODY_LIMIT = '4mb';
const JSON_TYPE = 'application/json';

export interface EndpointParts {
  authenticator: Authenticator;
  /** fails when an answer does not fit its schema: for tests */
  checksAnswers?: boolean;
  /** told of every request that succeeded; must not fail */
  onAnswered?: (spec: Endpoint, context: RequestContext) => void;
}

export function endpointHandler(
  spec: Endpoint,
  { authenticator, checksAnswers = false, onAnswered }: EndpointParts,
): RequestHandler {
  const parseJson = express.json({ limit: BODY_LIMIT, type: JSON_TYPE });
  const readBody = (request: Request, response: Response): Promise<void> =>
    new Promise((resolve, reject) => {
      parseJson(request, response, (fault?: unknown) => (fault ? reject(fault as Error) : resolve()));
    });

  return async (request, response) => {
    const place = placeOf(response);
    try {
      await answer({ request, response, place });
    } finally {
      place.leave();
    }
  };

  async function answer({ request, response, place }: Worked): Promise<void> {
    response.locals.route = spec.path;
    const actor = await identify(request, spec, authenticator);
    request.log.setBindings({ actor: actor.id });
    if (spec.ability) authorise(actor, spec.ability);

    const language = languageOf(request.get('accept-language'));
    const takesJson = spec.body !== undefined && spec.consumes === undefined;
    if (takesJson) {
      requireJson(request);
      await waitOutside(response, () => readBody(request, response));
    }
    // What is uploaded or streamed goes at its client's pace.
    if (isAtClientsPace(spec)) place.leave();
    const context: RequestContext = {
      actor,
      params: validate(spec.params, request.params, { part: 'params', language }),
      query: validate(spec.query, { ...request.query }, { part: 'query', language }),
      body: takesJson ? validate(spec.body, request.body ?? {}, { part: 'body', language }) : undefined,
      language,
      requestId: String(request.id),
      ip: request.ip ?? '',
      header: (name) => request.get(name),
      session: sessionControl(request, response),
      raw: { request, response },
    };
    const result = await spec.handler(context);
    onAnswered?.(spec, context);
    place.leave();
    if (response.headersSent) return;
    const said = result instanceof Answer ? result : new Answer(spec.status ?? 200, result);
    if (checksAnswers) checkAnswer(spec, said);
    await send(response, said);
  }
}

interface Worked {
  request: Request;
  response: Response;
  place: Place;
}

const isAtClientsPace = ({ consumes, produces }: Endpoint): boolean =>
  consumes !== undefined || (produces?.includes('text/event-stream') ?? false);

async function identify(request: Request, spec: Endpoint, authenticator: Authenticator): Promise<Actor> {
  const authorization = request.get('authorization');
  if (authorization) {
    const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
    const identity = key ? await authenticator.byKey(key) : null;
    if (identity) return identity.actor;
    throw problem('api-key.invalid', 401, { headers: { 'www-authenticate': 'Bearer' } });
  }
  const user = request.session?.user;
  const identity = user ? await authenticator.bySession(user) : null;
  if (spec.auth === 'public') return identity && !identity.mustChangePassword ? identity.actor : anonymous;
  if (!identity) throw problem('session.required', 401);
  if (identity.mustChangePassword && !spec.evenBeforePasswordChange) {
    throw problem('session.must-change-password', 403);
  }
  return identity.actor;
}

function authorise(actor: Actor, [action, subject]: readonly [Action, Subject]): void {
  if (!abilityFor(actor).can(action, subject)) throw problem('permission.denied', 403);
}

function requireJson(request: Request): void {
  const hasBody =
    request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
  if (hasBody && !request.is(JSON_TYPE)) {
    throw problem('request.unsupported-media-type', 415, { values: { expected: JSON_TYPE } });
  }
}

function sessionControl(request: Request, response: Response): SessionControl {
  return {
    begin: async (user) => {
      await promised((done) => request.session.regenerate(done));
      request.session.user = user;
      await promised((done) => request.session.save(done));
    },
    end: async () => {
      if (request.session) await promised((done) => request.session.destroy(done));
      response.clearCookie('motcua.sid', { path: '/' });
    },
  };
}

const promised = (call: (done: (fault?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    call((fault) => (fault ? reject(fault as Error) : resolve()));
  });

/** A mismatch is our fault, not the caller's: it fails loudly where answers are checked. */
function checkAnswer(spec: Endpoint, { status, body }: Answer): void {
  if (status >= 300 || body === undefined || isRaw(body)) return;
  const result = spec.response.safeParse(body);
  if (!result.success) {
    throw new Error(
      `${spec.method} ${spec.path} answers against its schema: ${JSON.stringify(result.error.issues)}`,
    );
  }
}

const isRaw = (body: unknown): boolean =>
  typeof body === 'string' || body instanceof Uint8Array || body instanceof Readable;

async function send(response: Response, { status, body, headers }: Answer): Promise<void> {
  response.status(body === undefined && status === 200 ? 204 : status).set(headers);
  if (body === undefined) {
    response.end();
  } else if (body instanceof Readable) {
    await pipeline(body, response);
  } else if (typeof body === 'string') {
    response.send(body);
  } else if (body instanceof Uint8Array) {
    response.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  } else {
    response.json(body);
  }
}
