/** Warm rendering threads: a template that loops or explodes costs its own paper and nothing else. */
import { Worker } from 'node:worker_threads';
import { RENDER_LIMITS, TemplateError, type TemplateProblemCode } from '../index.ts';
import { templateProblem } from '../template-problem.ts';
import { findUpwards } from './find-upwards.ts';
import type { RenderReply, RenderRequest, WorkerLimits } from './render-message.ts';

export const WORKER_LIMITS: WorkerLimits = { ...RENDER_LIMITS, time: 3000 };

export type RenderPool = {
  /** The paper's whole HTML page. Throws TemplateError, also when the time or the memory ran out. */
  render: (request: RenderRequest) => Promise<string>;
  close: () => Promise<void>;
};

/**
 * A pool of `size` threads, started with the first paper and kept; requests wait for a free one. A thread
 * that overran its time is ended and replaced. Threads do not keep the program alive.
 */
export function createRenderPool({ size = 2 }: { size?: number } = {}): RenderPool {
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  let started = 0;

  return {
    async render(request) {
      const worker = await take();
      const limits = { ...WORKER_LIMITS, ...request.limits };
      let isReusable = false;
      try {
        const reply = await ask(worker, { ...request, limits }, limits.time);
        isReusable = true;
        if ('html' in reply) return reply.html;
        throw new TemplateError(reply.problem);
      } finally {
        if (isReusable) give(worker);
        else replace(worker);
      }
    },
    async close() {
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
    },
  };

  function take(): Promise<Worker> {
    const worker = idle.pop();
    if (worker) return Promise.resolve(worker);
    if (started < size) {
      started += 1;
      return Promise.resolve(startWorker());
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  function give(worker: Worker): void {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  }

  function replace(worker: Worker): void {
    void worker.terminate();
    if (waiting.length > 0) give(startWorker());
    else started -= 1;
  }
}

let shared: RenderPool | undefined;

/** Renders in the program's own pool of threads; for the server and the commands. */
export function renderInWorker(request: RenderRequest): Promise<string> {
  shared ??= createRenderPool();
  return shared.render(request);
}

/** Ends the threads of `renderInWorker`. */
export async function closeRenderWorkers(): Promise<void> {
  await shared?.close();
  shared = undefined;
}

function startWorker(): Worker {
  const worker = new Worker(workerFile(), {
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    execArgv: [],
  });
  worker.unref();
  // A thread that is being ended may still fail; whoever asked it has been told already.
  worker.on('error', () => undefined);
  return worker;
}

/** Beside the bundled server, or, when this runs from the sources, in the build's folder. */
function workerFile(): string {
  const file = findUpwards('render-worker.js') ?? findUpwards('dist/server/render-worker.js');
  if (!file) throw new Error('dist/server/render-worker.js is missing: run `npm run build`');
  return file;
}

/** One question and its answer. A thread that is late or dies is the template's fault, and told so. */
function ask(worker: Worker, request: RenderRequest, time: number): Promise<RenderReply> {
  return new Promise((resolve, reject) => {
    const fail = (code: TemplateProblemCode, values: Record<string, string | number>) =>
      settle(() => reject(new TemplateError(templateProblem(code, { line: 1, column: 1 }, values))));
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? fail('template.output-too-large', { limit: request.limits?.output ?? WORKER_LIMITS.output })
        : fail('template.render-failed', { detail: error.message });
    const onReply = (reply: RenderReply) => settle(() => resolve(reply));
    const timer = setTimeout(() => fail('template.too-slow', { limit: time }), time);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      worker.off('message', onReply).off('error', onError);
      finish();
    };
    worker.on('message', onReply).on('error', onError);
    worker.postMessage(request);
  });
}
