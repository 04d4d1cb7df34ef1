import { createPool } from './pool';
import type { ScriptRunner } from './runner';

/** Scripts in at most four Web Workers. */
export function createBrowserRunner(): ScriptRunner {
  return createPool(() => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    return {
      post: (message) => worker.postMessage(message),
      listen(onMessage, onCrash) {
        worker.addEventListener('message', (event) => onMessage(event.data));
        worker.addEventListener('error', (event) => onCrash(event.message || 'it could not be loaded'));
        worker.addEventListener('messageerror', () => onCrash('its answer could not be read'));
      },
      terminate: () => worker.terminate(),
    };
  });
}
