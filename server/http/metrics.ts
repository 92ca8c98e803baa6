/** What Prometheus reads: the process, and the time of each route. */
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** capabilities register their own gauges and counters here */
  registry: Registry;
  observe: RequestHandler;
}

/** @param options.ofProcess also CPU, memory and event loop lag: once a process, so not in tests */
export function createMetrics({ ofProcess = false }: { ofProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'motcua_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    registry,
    observe: (request, response, next) => {
      const stop = durations.startTimer();
      response.once('finish', () => {
        const route = typeof response.locals.route === 'string' ? response.locals.route : 'other';
        stop({ method: request.method, route, status: String(response.statusCode) });
      });
      next();
    },
  };
}

/** A number that is read when Prometheus asks. */
export function addGauge(
  { registry }: Metrics,
  { name, help, read }: { name: string; help: string; read: () => Promise<number> },
): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read());
    },
  });
}
