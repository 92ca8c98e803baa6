/** The Express application, built from a list of endpoint objects. */
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import session from 'express-session';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { contentSecurityPolicy } from './content-security-policy.ts';
import type { Endpoint } from './endpoint.ts';
import { type EndpointParts, endpointHandler } from './endpoint-handler.ts';
import { healthRoutes, type Readiness } from './health.ts';
import type { LoadGate } from './load-gate.ts';
import { httpMessages, languageOf, type Messages } from './messages.ts';
import type { Metrics } from './metrics.ts';
import { apiDocs } from './openapi.ts';
import { pages } from './pages.ts';
import { problem } from './problem.ts';
import { renderProblem, toProblem } from './render-problem.ts';
import { requestLog } from './request-log.ts';
import { bySpecificity } from './route-order.ts';
import { refuseCrossSite } from './same-site.ts';
import { shedLoad } from './shed-load.ts';

export interface AppParts extends EndpointParts {
  endpoints: Endpoint[];
  /** the capabilities' sentences; the framework adds its own */
  messages: Messages;
  sessions: { store: session.Store; secret: string };
  logger: Logger;
  metrics: Metrics;
  /** lets requests of the API in; health, pages and docs are not asked */
  gate: LoadGate;
  /** each must resolve for `/readyz` to answer 200 */
  readiness: Readiness;
  /** address that the outside knows this server by; cookies are `Secure` when it is https */
  publicUrl?: string;
  /** whose word on the caller's address and https is taken; proxies of this machine when absent */
  trustedProxies?: string[];
  /** folder of the built pages; without it only the API is served */
  webFolder?: string;
}

export const API_BASE = '/api/v1';

export function createApp(parts: AppParts): Express {
  const messages = { ...parts.messages, ...httpMessages };
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustedProxies ?? ['loopback']);
  app.set('query parser', 'simple');

  app.use(requestLog(parts.logger));
  app.use(
    helmet({ contentSecurityPolicy, crossOriginEmbedderPolicy: false, strictTransportSecurity: false }),
  );
  app.use(parts.metrics.observe);
  app.use(healthRoutes(parts));
  app.use(API_BASE, apiRouter(parts));
  app.use('/api', apiDocs(parts.endpoints));
  if (parts.webFolder) app.use(pages(parts.webFolder));
  app.use((request: Request) => {
    throw problem('route.not-found', 404, { values: { path: request.path } });
  });
  app.use((thrown: unknown, request: Request, response: Response, next: NextFunction) => {
    const fault = toProblem(thrown);
    if (fault.status >= 500 && fault.code !== 'server.busy') {
      request.log.error({ err: thrown }, 'request failed');
    }
    if (response.headersSent) return next(thrown);
    renderProblem(response, fault, {
      messages,
      language: languageOf(request.get('accept-language')),
      requestId: String(request.id),
    });
  });
  return app;
}

function apiRouter(parts: AppParts): express.Router {
  const router = express.Router();
  router.use(shedLoad(parts.gate));
  const withSession = session({
    name: 'motcua.sid',
    secret: parts.sessions.secret,
    store: parts.sessions.store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/' },
  });
  router.use((request, response, next) => {
    response.set('cache-control', 'no-store');
    // A program's key comes without a cookie: nothing ambient to protect, no session to look up.
    if (request.get('authorization')) return next();
    refuseCrossSite(request, parts.publicUrl);
    withSession(request, response, next);
  });

  const ordered = [...parts.endpoints].sort(bySpecificity);
  for (const spec of ordered) router[spec.method](spec.path, endpointHandler(spec, parts));
  for (const path of new Set(ordered.map((spec) => spec.path))) {
    const allowed = ordered.filter((spec) => spec.path === path).map((spec) => spec.method.toUpperCase());
    router.all(path, (request) => {
      throw problem('route.method-not-allowed', 405, {
        values: { method: request.method, allowed: allowed.join(', ') },
        headers: { allow: allowed.join(', ') },
      });
    });
  }
  return router;
}
