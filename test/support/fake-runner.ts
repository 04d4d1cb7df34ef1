import type { ScriptJob, ScriptResult, ScriptRunner } from '@mocks/agent/runner';

/** A runner whose scripts end when the test says so. */
export interface FakeRunner extends ScriptRunner {
  /** Every job it was ever given, in order. */
  readonly jobs: readonly ScriptJob[];
  /** Jobs that have not ended. */
  readonly running: readonly ScriptJob[];
  /** Ends a running job; by default with exit code 0 and no output. */
  finish(job: ScriptJob, result?: Partial<ScriptResult>): void;
  /** Resolves once this many jobs have been started altogether. */
  started(count: number): Promise<readonly ScriptJob[]>;
}

export function exited(exitCode: number, output: string | Uint8Array = ''): ScriptResult {
  const bytes = typeof output === 'string' ? new TextEncoder().encode(output) : output;
  return {
    outcome: 'exited',
    exitCode,
    output: bytes,
    dropped: 0,
    errorCode: '',
    errorInfo: '',
    files: null,
  };
}

/** With `answer`, jobs end by themselves at once with what it returns. */
export function createFakeRunner(answer?: (job: ScriptJob) => ScriptResult): FakeRunner {
  const jobs: ScriptJob[] = [];
  const open = new Map<ScriptJob, (result: ScriptResult) => void>();
  let waiting: { count: number; resolve: (jobs: ScriptJob[]) => void }[] = [];
  return {
    jobs,
    get running() {
      return [...open.keys()];
    },
    run(job, signal) {
      jobs.push(job);
      const result = answer
        ? Promise.resolve(answer(job))
        : new Promise<ScriptResult>((resolve) => {
            open.set(job, resolve);
            const ended: ScriptResult = { ...exited(0, 'so far'), outcome: 'failed', exitCode: null };
            signal.addEventListener('abort', () => {
              open.delete(job);
              resolve(ended);
            });
          });
      for (const { count, resolve } of waiting) if (jobs.length >= count) resolve(jobs);
      waiting = waiting.filter(({ count }) => jobs.length < count);
      return result;
    },
    finish(job, result = {}) {
      open.get(job)?.({ ...exited(0), ...result });
      open.delete(job);
    },
    started: (count) =>
      jobs.length >= count
        ? Promise.resolve(jobs)
        : new Promise((resolve) => waiting.push({ count, resolve })),
    close: () => undefined,
  };
}
