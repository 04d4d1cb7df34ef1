import { concatBytes } from './console';
import { failed, interrupted, timedOut } from './outcome';
import type { ScriptJob, ScriptResult, ScriptRunner } from './runner';

export type ToWorker = { kind: 'run'; job: ScriptJob } | { kind: 'abort' };
/** `begun`: the thread is loaded and takes up the script, whose time counts from now. */
export type FromWorker =
  { kind: 'begun' } | { kind: 'output'; bytes: Uint8Array } | { kind: 'done'; result: ScriptResult };

/** One worker thread, of the browser or of Node. */
export interface Thread {
  post(message: ToWorker): void;
  /** Called once, before the first `post`. `onCrash` with the reason when the thread dies by itself. */
  listen(onMessage: (message: FromWorker) => void, onCrash: (reason: string) => void): void;
  terminate(): void;
}

export interface PoolOptions {
  size: number;
  /** How long a thread may take to answer after its deadline or an abort before it is killed. */
  graceMs: number;
  /** How long a thread may take to load before it takes up its first script. */
  loadingMs: number;
  /** An unused thread ends after this. */
  idleMs: number;
}

const DEFAULTS: PoolOptions = { size: 4, graceMs: 1500, loadingMs: 15_000, idleMs: 30_000 };

const LONGEST_TIMER_MS = 2_147_483_647;

interface Task {
  job: ScriptJob;
  signal: AbortSignal;
  resolve: (result: ScriptResult) => void;
}

/**
 * Runs scripts in at most `size` threads, made on first use and used again. A thread that does not answer is
 * terminated: the record then keeps what the script had written so far, and the disk stays as earlier runs left it.
 */
export function createPool(startThread: () => Thread, options: Partial<PoolOptions> = {}): ScriptRunner {
  const { size, graceMs, loadingMs, idleMs } = { ...DEFAULTS, ...options };
  const idle = new Map<Thread, ReturnType<typeof setTimeout>>();
  const busy = new Map<Thread, (ending: ReturnType<typeof failed>) => void>();
  const handlers = new Map<
    Thread,
    { message: (message: FromWorker) => void; crash: (reason: string) => void }
  >();
  const waiting: Task[] = [];
  let closed = false;

  const end = (thread: Thread) => {
    clearTimeout(idle.get(thread));
    idle.delete(thread);
    handlers.delete(thread);
    thread.terminate();
  };

  const takeThread = (): Thread => {
    const [known] = idle.keys();
    if (known !== undefined) {
      clearTimeout(idle.get(known));
      idle.delete(known);
      return known;
    }
    const thread = startThread();
    thread.listen(
      (message) => handlers.get(thread)?.message(message),
      (reason) => (handlers.get(thread)?.crash ?? (() => end(thread)))(reason),
    );
    return thread;
  };

  const next = () => {
    while (!closed && busy.size < size) {
      const task = waiting.shift();
      if (task === undefined) return;
      start(task);
    }
  };

  const start = ({ job, signal, resolve }: Task) => {
    if (signal.aborted) return resolve(withOutput(interrupted(), []));
    const thread = takeThread();
    const written: Uint8Array[] = [];
    const timers: ReturnType<typeof setTimeout>[] = [];
    const finish = (result: ScriptResult, reusable: boolean) => {
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      busy.delete(thread);
      handlers.delete(thread);
      if (reusable && !closed) {
        const timer = setTimeout(() => end(thread), idleMs);
        if (typeof timer === 'object') timer.unref?.();
        idle.set(thread, timer);
      } else end(thread);
      resolve(result);
      next();
    };
    const kill = (ending: ReturnType<typeof failed>) => finish(withOutput(ending, written), false);
    const onAbort = () => {
      thread.post({ kind: 'abort' });
      timers.push(setTimeout(() => kill(interrupted()), graceMs));
    };
    const killAfter = (ms: number) =>
      setTimeout(() => kill(timedOut(job.timeoutSeconds)), Math.min(ms, LONGEST_TIMER_MS));
    const scriptMs = job.timeoutSeconds * 1000 + graceMs;
    const loading = killAfter(loadingMs + scriptMs);
    timers.push(loading);
    busy.set(thread, kill);
    handlers.set(thread, {
      message: (message) => {
        if (message.kind === 'output') written.push(message.bytes);
        else if (message.kind === 'done') finish(message.result, true);
        else {
          clearTimeout(loading);
          timers.push(killAfter(scriptMs));
        }
      },
      crash: (reason) => kill(failed('ExecutionException', `the demo's worker ended: ${reason}`)),
    });
    signal.addEventListener('abort', onAbort, { once: true });
    thread.post({ kind: 'run', job });
  };

  return {
    run: (job, signal) =>
      new Promise((resolve) => {
        if (closed) return resolve(withOutput(interrupted(), []));
        waiting.push({ job, signal, resolve });
        next();
      }),
    close() {
      closed = true;
      for (const { resolve } of waiting.splice(0)) resolve(withOutput(interrupted(), []));
      for (const kill of [...busy.values()]) kill(interrupted());
      for (const thread of [...idle.keys()]) end(thread);
    },
  };
}

function withOutput(ending: ReturnType<typeof failed>, written: readonly Uint8Array[]): ScriptResult {
  return { ...ending, output: concatBytes(written), dropped: 0, files: null };
}
