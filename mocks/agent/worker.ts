import type { ToWorker } from './pool';
import { createWorkerLoop } from './worker-loop';

/** The browser's worker thread. just-bash is loaded here only: it is larger than the rest of the demo. */
const handle = createWorkerLoop((message) => globalThis.postMessage(message));
globalThis.addEventListener('message', (event: MessageEvent<ToWorker>) => handle(event.data));
