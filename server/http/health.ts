/** `/healthz` alive, `/readyz` ready to serve, `/metrics` for Prometheus. */
import express, { type Router } from 'express';
import { StoreUnavailable } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

/** Named checks; each resolves when its part can serve, and rejects with the reason when not. */
export type Readiness = { [part: string]: () => Promise<void> };

export function healthRoutes({ readiness, metrics }: { readiness: Readiness; metrics: Metrics }): Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (request, response) => {
    const parts = await Promise.all(
      Object.entries(readiness).map(async ([part, check]) => {
        try {
          await check();
          return [part, 'ok'] as const;
        } catch (fault) {
          request.log.warn({ err: fault, part }, 'not ready');
          return [part, fault instanceof StoreUnavailable ? fault.reason : 'failed'] as const;
        }
      }),
    );
    const isReady = parts.every(([, state]) => state === 'ok');
    response.status(isReady ? 200 : 503).json({
      status: isReady ? 'ready' : 'not-ready',
      parts: Object.fromEntries(parts),
    });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}
