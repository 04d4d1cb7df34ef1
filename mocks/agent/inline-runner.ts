import { execute } from './execute';
import type { ScriptRunner } from './runner';

/** Runs scripts in the calling thread: for tests. A loop that never waits is ended by its time-out only. */
export function createInlineRunner(): ScriptRunner {
  const closing = new AbortController();
  return {
    run: (job, signal) => execute(job, AbortSignal.any([signal, closing.signal])),
    close: () => closing.abort(),
  };
}
