import { parentPort } from 'node:worker_threads';
import type { ToWorker } from './pool';
import { createWorkerLoop } from './worker-loop';

const handle = createWorkerLoop((message) => parentPort?.postMessage(message));
parentPort?.on('message', (message: ToWorker) => handle(message));
