import { Worker } from 'node:worker_threads';
import { createPool, type PoolOptions } from './pool';
import type { ScriptRunner } from './runner';

/** Scripts in at most four worker threads of Node, which read TypeScript through tsx. */
export function createNodeRunner(options?: Partial<PoolOptions>): ScriptRunner {
  return createPool(() => {
    const worker = new Worker(new URL('./node-worker.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
    worker.unref();
    return {
      post: (message) => worker.postMessage(message),
      listen(onMessage, onCrash) {
        worker.on('message', onMessage);
        worker.on('error', (error) => onCrash(error instanceof Error ? error.message : String(error)));
        worker.on('exit', (code) => onCrash(`exit code ${code}`));
      },
      terminate: () => void worker.terminate(),
    };
  }, options);
}
