/** The API's own description: OpenAPI 3.1 from the endpoint list, and a page to browse it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';
import { z } from 'zod';
import * as access from '../contract/access.ts';
import * as calendar from '../contract/calendar.ts';
import * as catalogue from '../contract/catalogue.ts';
import * as common from '../contract/common.ts';
import * as documents from '../contract/documents.ts';
import * as dossiers from '../contract/dossiers.ts';
import * as integration from '../contract/integration.ts';
import * as portal from '../contract/portal.ts';
import * as tasks from '../contract/tasks.ts';
import { packageRoot } from '../package-root.ts';
import type { Endpoint } from './endpoint.ts';

type JsonSchema = { [keyword: string]: unknown };
type Components = { [name: string]: JsonSchema };

interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: { [path: string]: { [method: string]: unknown } };
  components: { schemas: Components; securitySchemes: object };
}

function openApiDocument(endpoints: Endpoint[]): OpenApiDocument {
  const schemas: Components = {};
  const paths: OpenApiDocument['paths'] = {};
  for (const spec of endpoints) {
    const path = spec.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [spec.method]: operation(spec, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Motcua',
      version: version(),
      description:
        'Workflow platform for administrative procedures. Errors are application/problem+json (RFC 9457), in Vietnamese or English by Accept-Language.',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'motcua.sid', description: 'POST /session' },
        apiKey: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

/** `/openapi.json` and the browsable `/docs`, everything served from here. */
export function apiDocs(endpoints: Endpoint[]): Router {
  const router = express.Router();
  let document: OpenApiDocument | undefined;
  router.get('/openapi.json', (_request, response) => {
    document ??= openApiDocument(endpoints);
    response.json(document);
  });
  router.get('/docs', (request, response, next) => {
    if (!request.originalUrl.split('?')[0]!.endsWith('/')) return response.redirect(301, '/api/docs/');
    next();
  });
  router.get('/docs/swagger-initializer.js', (_request, response) => {
    response.type('text/javascript').send(START_SWAGGER);
  });
  router.use('/docs', express.static(swaggerFolder()));
  return router;
}

const START_SWAGGER = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '/api/openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
    validatorUrl: null,
  });
};
`;

const swaggerFolder = (): string =>
  dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const version = (): string =>
  (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;

function operation(spec: Endpoint, components: Components): object {
  return {
    operationId: operationId(spec),
    summary: spec.summary,
    tags: [spec.tag],
    security: spec.auth === 'public' ? [] : [{ session: [] }, { apiKey: [] }],
    parameters: [...pathParameters(spec), ...queryParameters(spec)],
    ...(spec.body || spec.consumes ? { requestBody: requestBody(spec) } : {}),
    responses: {
      [spec.status ?? 200]: {
        description: spec.summary,
        ...(spec.response instanceof z.ZodUndefined ? {} : { content: answers(spec, components) }),
      },
      default: {
        description: 'Problem',
        content: { 'application/problem+json': { schema: outputSchema(common.problemDocument, components) } },
      },
    },
  };
}

function pathParameters(spec: Endpoint): object[] {
  const declared = propertiesOf(spec.params);
  return [...spec.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: declared.properties[name!] ?? { type: 'string' },
  }));
}

function queryParameters(spec: Endpoint): object[] {
  const { properties, required } = propertiesOf(spec.query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function propertiesOf(schema: z.ZodType | undefined): { properties: Components; required: string[] } {
  const { properties = {}, required = [] } = schema ? inputSchema(schema) : {};
  return { properties: properties as Components, required: required as string[] };
}

function requestBody(spec: Endpoint): object {
  const schema = spec.body ? inputSchema(spec.body) : UPLOAD;
  return { required: true, content: { [spec.consumes ?? 'application/json']: { schema } } };
}

const UPLOAD: JsonSchema = {
  type: 'object',
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  required: ['file'],
};

function answers(spec: Endpoint, components: Components): object {
  const raw = (spec.produces ?? []).map((type) => [type, { schema: { type: 'string' } }] as const);
  const isRawOnly = raw.length > 0 && spec.response instanceof z.ZodUnknown;
  const json = ['application/json', { schema: outputSchema(spec.response, components) }] as const;
  return Object.fromEntries(isRawOnly ? raw : [json, ...raw]);
}

/** What may be sent: fields with a default are optional. */
function inputSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

/** What is answered; the contract's named shapes become components. */
function outputSchema(schema: z.ZodType, components: Components): JsonSchema {
  const written = z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'any',
    metadata: namedShapes,
  });
  const {
    $schema: _dialect,
    $defs = {},
    id,
    ...rest
  } = JSON.parse(JSON.stringify(written).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
  for (const [name, { id: _id, ...shape }] of Object.entries($defs as Components)) components[name] = shape;
  if (typeof id !== 'string') return rest;
  components[id] = rest;
  return { $ref: `#/components/schemas/${id}` };
}

/** Every object that the contract exports, under its name: `dossierResource` is `Dossier`. */
const namedShapes = z.registry<{ id: string }>();
for (const module of [access, calendar, catalogue, common, documents, dossiers, integration, portal, tasks]) {
  for (const [name, shape] of Object.entries(module)) {
    if (shape instanceof z.ZodObject) namedShapes.add(shape, { id: capital(name.replace(/Resource$/, '')) });
  }
}

/** `get /dossiers/:code/history` -> `getDossiersByCodeHistory` */
function operationId({ method, path }: Endpoint): string {
  const parts = path.split(/[/.-]/).filter(Boolean);
  return (
    method +
    parts.map((part) => (part.startsWith(':') ? `By${capital(part.slice(1))}` : capital(part))).join('')
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
