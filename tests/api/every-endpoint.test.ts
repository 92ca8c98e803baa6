import SwaggerParser from '@apidevtools/swagger-parser';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { abilityFor } from '../../server/access/ability.ts';
import type { RoleKey } from '../../server/contract/access.ts';
import { API_BASE } from '../../server/http/app.ts';
import type { Endpoint } from '../../server/http/endpoint.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

/** A sample account for each role, to find one that lacks a permission. */
const ACCOUNTS: Record<string, RoleKey> = {
  congdan: 'citizen',
  motcua: 'counter',
  chuyenvien: 'specialist',
  chuquytrinh: 'procedure-owner',
  thietkebieumau: 'form-designer',
};

describe('every endpoint', () => {
  let server: TestServer;
  let endpoints: Endpoint[];

  beforeAll(async () => {
    server = await startServer();
    endpoints = server.server.endpoints;
  });
  afterAll(() => server.close());

  const pathOf = ({ path }: Endpoint) => path.replaceAll(/:\w+/g, '1');
  const send = (endpoint: Endpoint, cookie = '') =>
    fetch(`${server.url}${API_BASE}${pathOf(endpoint)}`, {
      method: endpoint.method.toUpperCase(),
      headers: { ...(cookie ? { cookie } : {}), 'content-type': 'application/json' },
      ...(endpoint.method === 'get' || endpoint.method === 'delete' ? {} : { body: '{}' }),
    });

  it('needs a session unless it is public', async () => {
    const answers = await Promise.all(
      endpoints
        .filter(({ auth }) => auth === 'session')
        .map(async (endpoint) => {
          const answer = await send(endpoint);
          const { code } = (await answer.json()) as { code: string };
          return `${endpoint.method} ${endpoint.path}: ${answer.status} ${code}`;
        }),
    );

    expect(answers.length).toBeGreaterThan(40);
    expect(answers.filter((answer) => !answer.endsWith(': 401 session.required'))).toEqual([]);
  });

  it('needs its permission', async () => {
    const refusals = await Promise.all(
      endpoints.flatMap((endpoint) => {
        const { ability } = endpoint;
        const lacking = Object.entries(ACCOUNTS).find(
          ([, role]) => ability && !abilityFor(actorWith(role)).can(...ability),
        );
        if (!lacking) return [];
        return [
          server.as(lacking[0]).then(async (client) => {
            const answer = await send(endpoint, client.cookie());
            const { code } = (await answer.json()) as { code: string };
            return `${endpoint.method} ${endpoint.path} as ${lacking[0]}: ${answer.status} ${code}`;
          }),
        ];
      }),
    );

    expect(refusals.length).toBeGreaterThan(30);
    expect(refusals.filter((answer) => !answer.endsWith(': 403 permission.denied'))).toEqual([]);
  });

  it('stands in a valid OpenAPI 3.1 description', async () => {
    const document = await (await fetch(`${server.url}/api/openapi.json`)).json();

    const valid = await SwaggerParser.validate(structuredClone(document));

    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method} ${path}`),
    );
    const served = endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(valid).toMatchObject({ openapi: '3.1.0' });
    expect(described.sort()).toEqual(served.sort());
  });

  it('has a name of its own in the description', async () => {
    const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
    const names = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId }) => operationId);

    expect(new Set(names).size).toBe(names.length);
  });

  it('answers 404 as a problem in Vietnamese for what does not exist', async () => {
    const client = await server.as('chuquytrinh');

    const answer = await client.get('/procedures/9.999999');

    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('content-language')).toBe('vi');
    expect(answer.body).toEqual({
      type: 'urn:motcua:problem:procedure.not-found',
      title: 'Không tìm thấy thủ tục',
      status: 404,
      detail: 'Không có thủ tục hành chính mã 9.999999.',
      code: 'procedure.not-found',
      requestId: answer.headers.get('x-request-id'),
    });
  });
});

const actorWith = (role: RoleKey) => ({
  kind: 'user' as const,
  id: role,
  name: role,
  roles: [role],
  positions: [],
});
