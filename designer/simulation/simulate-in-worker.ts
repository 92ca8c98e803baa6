import type { SimulationAsked, SimulationReply } from './simulation-message.ts';

/** Rejects when the thread fails. */
export function simulateInWorker(asked: SimulationAsked): Promise<SimulationReply> {
  const worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<SimulationReply>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<SimulationReply>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}
