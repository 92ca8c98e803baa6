/**
 * An endpoint is one object: routing, OpenAPI, the "needs login" and "needs permission" tests
 * and the reference docs all come out of it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Action, Subject } from '../access/ability.ts';
import type { Actor } from '../access/actor.ts';

export interface RequestContext<P = unknown, Q = unknown, B = unknown> {
  actor: Actor;
  params: P;
  query: Q;
  body: B;
  language: 'vi' | 'en';
  requestId: string;
  ip: string;
  header(name: string): string | undefined;
  session: SessionControl;
  /** for streams only (uploads, server-sent events) */
  raw: { request: IncomingMessage; response: ServerResponse };
}

/** Begins and ends the caller's session; only the session endpoints use it. */
export interface SessionControl {
  /** a fresh session id is given, so that one planted before the sign-in is worth nothing */
  begin(user: string): Promise<void>;
  end(): Promise<void>;
}

/**
 * What a handler answers: JSON unless it says otherwise. A plain value is a 200, `undefined` a 204.
 * A body that is a string, bytes or a stream goes out as it is, under the `content-type` of `headers`.
 */
export class Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;
  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export interface EndpointSpec<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** below `/api/v1`, parameters as `:code` */
  path: string;
  summary: string;
  tag: string;
  /** `public` needs nobody; `session` a signed-in person or a key */
  auth: 'public' | 'session';
  /** coarse permission, checked before the handler; the handler checks the record itself */
  ability?: readonly [Action, Subject];
  /** may be used by an account that has yet to change its password */
  evenBeforePasswordChange?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  /** 200 unless given */
  status?: number;
  /** other media types it can answer with, or `multipart/form-data` taken in */
  produces?: string[];
  consumes?: string;
  handler(context: RequestContext<z.output<P>, z.output<Q>, z.output<B>>): Promise<z.input<R> | Answer>;
}

export type Endpoint = EndpointSpec<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

/** Keeps the types of one endpoint together, and forgets them for the list it goes into. */
export const endpoint = <
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
  R extends z.ZodType = z.ZodUnknown,
>(
  spec: EndpointSpec<P, Q, B, R>,
): Endpoint => spec as unknown as Endpoint;
