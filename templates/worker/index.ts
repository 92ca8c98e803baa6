/** Rendering in threads, for Node: the server's and the commands' way to papers. */

export { type OfficialTemplate, officialTemplates } from './official-templates.ts';
export type { RenderRequest, WorkerLimits } from './render-message.ts';
export {
  closeRenderWorkers,
  createRenderPool,
  type RenderPool,
  renderInWorker,
  WORKER_LIMITS,
} from './render-pool.ts';
export { tinosCss } from './tinos.ts';
