import type { ScriptRunner } from './agent/runner';

/** A runner that is loaded with the first script: nobody waits for a shell who only looks around. */
export function createLazyRunner(load: () => Promise<ScriptRunner>): ScriptRunner {
  let loading: Promise<ScriptRunner> | null = null;
  let closed = false;
  return {
    async run(job, signal) {
      loading ??= load();
      // A failed download may succeed the next time.
      loading.catch(() => (loading = null));
      return (await loading).run(job, signal);
    },
    close() {
      if (closed) return;
      closed = true;
      loading?.then(
        (runner) => runner.close(),
        () => undefined,
      );
    },
  };
}
