import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createPool, type PoolOptions } from './pool';
import type { ScriptRunner } from './runner';

/** `--import tsx` does not reach worker threads on Node 20, so the thread registers tsx itself before it loads any TypeScript. */
function bootstrap(): string {
  const tsx = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
  const worker = new URL('./node-worker.ts', import.meta.url).href;
  const load = `api.register(); return import(${JSON.stringify(worker)});`;
  return `import(${JSON.stringify(tsx)}).then((api) => { ${load} });`;
}

/** Scripts in at most four worker threads of Node, which read TypeScript through tsx. */
export function createNodeRunner(options?: Partial<PoolOptions>): ScriptRunner {
  return createPool(() => {
    const worker = new Worker(bootstrap(), { eval: true, execArgv: [] });
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
