import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import session from 'express-session';
import { pino } from 'pino';
import { z } from 'zod';
import { createApp } from '../../server/http/app.ts';
import { Answer, endpoint } from '../../server/http/endpoint.ts';
import { loadGate } from '../../server/http/load-gate.ts';
import { createMetrics } from '../../server/http/metrics.ts';
import { problem } from '../../server/http/problem.ts';
import { StoreConflict } from '../../server/store/store.ts';

const echo = endpoint({
  method: 'post',
  path: '/echo/:code',
  summary: 'Echo',
  tag: 'test',
  auth: 'public',
  params: z.object({ code: z.string().max(5) }),
  query: z.object({ times: z.coerce.number().int().max(3).default(1) }),
  body: z.object({ name: z.string().min(1), items: z.array(z.object({ amount: z.number() })).optional() }),
  response: z.object({ code: z.string(), name: z.string(), times: z.number() }),
  handler: async ({ params, query, body }) => ({ code: params.code, name: body.name, times: query.times }),
});

const fail = (path: string, raise: () => never) =>
  endpoint({
    method: 'get',
    path,
    summary: path,
    tag: 'test',
    auth: 'public',
    response: z.unknown(),
    handler: async () => raise(),
  });

const endpoints = [
  echo,
  endpoint({
    method: 'get',
    path: '/things/:id',
    summary: 'Thing',
    tag: 'test',
    auth: 'public',
    response: z.object({ id: z.string() }),
    handler: async ({ params }) => ({ id: `thing ${(params as { id: string }).id}` }),
  }),
  endpoint({
    method: 'get',
    path: '/things/:id.pdf',
    summary: 'Thing on paper',
    tag: 'test',
    auth: 'public',
    response: z.unknown(),
    produces: ['application/pdf'],
    handler: async () => new Answer(200, Buffer.from('%PDF'), { 'content-type': 'application/pdf' }),
  }),
  endpoint({
    method: 'get',
    path: '/private',
    summary: 'Private',
    tag: 'test',
    auth: 'session',
    response: z.unknown(),
    handler: async () => ({}),
  }),
  endpoint({
    method: 'delete',
    path: '/nothing',
    summary: 'Nothing',
    tag: 'test',
    auth: 'public',
    response: z.undefined(),
    handler: async () => undefined,
  }),
  fail('/refused', () => {
    throw problem('thing.refused', 409, { values: { reason: 'đã khóa' } });
  }),
  fail('/conflict', () => {
    throw new StoreConflict('things', '1');
  }),
  fail('/bug', () => {
    throw new Error('secret inner detail');
  }),
];

describe('the HTTP framework', () => {
  let server: Server;
  let base: string;

  beforeAll(async () => {
    const app = createApp({
      endpoints,
      messages: {
        'thing.refused': {
          vi: { title: 'Bị từ chối', detail: 'Không được vì {reason}.' },
          en: { title: 'Refused', detail: 'Refused: {reason}.' },
        },
      },
      authenticator: { bySession: async () => null, byKey: async () => null },
      sessions: { store: new session.MemoryStore(), secret: 'x'.repeat(32) },
      logger: pino({ level: 'silent' }),
      metrics: createMetrics(),
      gate: loadGate({ isLate: () => false }),
      readiness: { store: async () => {} },
      checksAnswers: true,
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  const send = (path: string, init: RequestInit & { json?: unknown } = {}) =>
    fetch(base + path, {
      ...init,
      ...(init.json === undefined ? {} : { method: init.method ?? 'POST', body: JSON.stringify(init.json) }),
      headers: {
        ...(init.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...init.headers,
      },
    });

  it('hands parsed params, query and body to the handler and answers JSON', async () => {
    const answer = await send('/api/v1/echo/abc?times=2', { json: { name: 'An' } });

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ code: 'abc', name: 'An', times: 2 });
  });

  it('points at every fault of a body, in Vietnamese', async () => {
    const answer = await send('/api/v1/echo/abc', { json: { items: [{ amount: 'x' }] } });

    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({
      type: 'urn:motcua:problem:request.invalid-body',
      title: 'Dữ liệu chưa hợp lệ',
      status: 422,
      errors: [
        { pointer: '/name', detail: 'Thông tin này là bắt buộc.' },
        { pointer: '/items/0/amount', detail: 'Phải là một số.' },
      ],
    });
  });

  it('answers 400 for a parameter of the address, in English when asked', async () => {
    const answer = await send('/api/v1/echo/abcdef?times=9', {
      json: { name: 'An' },
      headers: { 'accept-language': 'en-GB,en;q=0.9,vi;q=0.5' },
    });

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      title: 'Invalid parameters',
      errors: [{ pointer: '/code', detail: 'Must be at most 5 characters.' }],
    });
  });

  it.each([
    ['malformed JSON', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }, 400],
    ['another media type', { method: 'POST', body: 'a=1', headers: { 'content-type': 'text/plain' } }, 415],
    ['a body over the limit', { json: { name: 'x'.repeat(4_200_000) } }, 413],
    ['a browser on another site', { json: { name: 'An' }, headers: { origin: 'https://evil.example' } }, 403],
    ['a cross-site fetch', { json: { name: 'An' }, headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ])('refuses %s', async (_what, init, status) => {
    const answer = await send('/api/v1/echo/abc', init);

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status, title: expect.any(String) });
  });

  it('takes a write from a page of its own', async () => {
    const answer = await send('/api/v1/echo/abc', { json: { name: 'An' }, headers: { origin: base } });

    expect(answer.status).toBe(200);
  });

  it('fills the sentence of a problem', async () => {
    expect(await (await send('/api/v1/refused')).json()).toMatchObject({
      code: 'thing.refused',
      detail: 'Không được vì đã khóa.',
    });
  });

  it('answers 409 when somebody else wrote first', async () => {
    const answer = await send('/api/v1/conflict');

    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'store.conflict' });
  });

  it('keeps the inner detail of a bug to itself, and names the request', async () => {
    const answer = await send('/api/v1/bug', { headers: { 'x-request-id': 'from-outside-1' } });
    const text = await answer.text();

    expect(answer.status).toBe(500);
    expect(text).not.toContain('secret inner detail');
    expect(text).toContain('from-outside-1');
  });

  it('prefers the path with something literal over a bare parameter', async () => {
    const paper = await send('/api/v1/things/7.pdf');

    expect(paper.headers.get('content-type')).toBe('application/pdf');
    expect(await (await send('/api/v1/things/7')).json()).toEqual({ id: 'thing 7' });
  });

  it('answers 204 when there is nothing to say', async () => {
    expect((await send('/api/v1/nothing', { method: 'DELETE' })).status).toBe(204);
  });

  it('asks for a session where one is needed', async () => {
    const answer = await send('/api/v1/private');

    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'session.required' });
  });

  it('tells which methods an address takes', async () => {
    const answer = await send('/api/v1/private', { method: 'DELETE' });

    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
  });

  it('answers 404 as a problem', async () => {
    const answer = await send('/api/v1/nowhere');

    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'route.not-found' });
  });

  it('is alive, is ready, and counts', async () => {
    expect(await (await send('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await send('/readyz')).json()).toEqual({ status: 'ready', parts: { store: 'ok' } });
    expect(await (await send('/metrics')).text()).toContain('route="/things/:id.pdf"');
  });

  it('lets scripts come from itself only', async () => {
    const policy = (await send('/healthz')).headers.get('content-security-policy');

    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('https:');
  });

  it('describes itself as valid OpenAPI 3.1', async () => {
    const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
    const document = await (await send('/api/openapi.json')).json();

    const valid = await SwaggerParser.validate(document);

    expect(valid).toMatchObject({ openapi: '3.1.0' });
    expect(Object.keys(valid.paths ?? {})).toContain('/things/{id}.pdf');
  });

  it('shows its description on a page of its own', async () => {
    const page = await send('/api/docs/');

    expect(page.status).toBe(200);
    expect(await page.text()).toContain('swagger-ui');
    expect(await (await send('/api/docs/swagger-initializer.js')).text()).toContain('/api/openapi.json');
  });
});
