/** Numbers of the running server that Prometheus reads (`/metrics`). */
import { countHeld } from './dossiers/incidents/list-incidents.ts';
import type { LoadGate } from './http/load-gate.ts';
import { addGauge, type Metrics } from './http/metrics.ts';
import { jobSpec } from './jobs/records.ts';
import type { Runtime } from './runtime/runtime.ts';
import { taskSpec } from './tasks/records.ts';

/** A gauge stops counting there: more is alarming enough. */
const COUNTED = { atMost: 100_000 };

export function addGauges(metrics: Metrics, { runtime, gate }: { runtime: Runtime; gate: LoadGate }): void {
  const jobs = runtime.store.collection(jobSpec);
  const tasks = runtime.store.collection(taskSpec);
  const gauges = {
    motcua_jobs_waiting: {
      help: 'Jobs queued or running, timers of later days included',
      read: () => jobs.count({ where: { state: { in: ['queued', 'running'] } } }, COUNTED),
    },
    motcua_jobs_dead: {
      help: 'Jobs given up after their last try',
      read: () => jobs.count({ where: { state: 'dead' } }, COUNTED),
    },
    motcua_tasks_open: {
      help: 'Tasks that wait for a person',
      read: () => tasks.count({ where: { open: true } }, COUNTED),
    },
    motcua_dossiers_held: {
      help: 'Dossiers whose process is held by an incident',
      read: () => countHeld(runtime),
    },
    motcua_http_requests_at_once: {
      help: 'Requests of the API being worked on; those refused count under the route "shed"',
      read: async () => gate.taken(),
    },
  };
  for (const [name, gauge] of Object.entries(gauges)) addGauge(metrics, { name, ...gauge });
}
