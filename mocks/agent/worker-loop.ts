import { execute } from './execute';
import type { FromWorker, ToWorker } from './pool';

/** A worker thread's whole life: one script at a time, told to `post` as it writes. Returns the message handler. */
export function createWorkerLoop(post: (message: FromWorker) => void): (message: ToWorker) => void {
  let ending = new AbortController();
  return (message) => {
    if (message.kind === 'abort') return ending.abort();
    ending = new AbortController();
    post({ kind: 'begun' });
    void execute(message.job, ending.signal, (bytes) => post({ kind: 'output', bytes })).then((result) =>
      post({ kind: 'done', result }),
    );
  };
}
