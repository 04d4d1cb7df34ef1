import { describe, expect, it, vi } from 'vitest';
import { createNodeRunner } from './node-runner';
import { createPool, type FromWorker, type Thread, type ToWorker } from './pool';
import { testJob, textOf } from './test-instance';

interface FakeThread extends Thread {
  sent: ToWorker[];
  say(message: FromWorker): void;
  crash(reason: string): void;
}

function fakeThreads() {
  const threads: FakeThread[] = [];
  const start = (): Thread => {
    let message: (message: FromWorker) => void = () => {};
    const thread: FakeThread = {
      sent: [],
      post: (sent) => thread.sent.push(sent),
      listen: (onMessage, onCrash) => {
        message = onMessage;
        thread.crash = onCrash;
      },
      terminate: vi.fn(),
      say: (said) => message(said),
      crash: () => {},
    };
    threads.push(thread);
    return thread;
  };
  return { threads, start };
}

const done: FromWorker = {
  kind: 'done',
  result: {
    outcome: 'exited',
    exitCode: 0,
    output: new Uint8Array(),
    dropped: 0,
    errorCode: '',
    errorInfo: '',
    files: [],
  },
};
const output: FromWorker = { kind: 'output', bytes: new TextEncoder().encode('so far') };

describe('the pool', () => {
  it('K1: starts at most its size of threads, queues the rest and uses threads again', async () => {
    const { threads, start } = fakeThreads();
    const pool = createPool(start, { size: 2 });
    const runs = [1, 2, 3].map(() => pool.run(testJob('x'), new AbortController().signal));
    expect(threads).toHaveLength(2);
    threads[0]?.say(done);
    await runs[0];
    expect(threads).toHaveLength(2);
    expect(threads[0]?.sent).toHaveLength(2);
    pool.close();
  });

  it('C4: a thread silent after its deadline is terminated; what it had written is kept', async () => {
    vi.useFakeTimers();
    const { threads, start } = fakeThreads();
    const pool = createPool(start, { graceMs: 1000 });
    const run = pool.run(testJob('x', { timeoutSeconds: 5 }), new AbortController().signal);
    threads[0]?.say({ kind: 'begun' });
    threads[0]?.say(output);
    vi.advanceTimersByTime(6000);
    const result = await run;
    vi.useRealTimers();
    expect(result).toMatchObject({ outcome: 'timeout', errorCode: 'ExecutionTimeout', files: null });
    expect(textOf(result.output)).toBe('so far');
    expect(threads[0]?.terminate).toHaveBeenCalledOnce();
  });

  it('C4: the time a thread takes to load is not taken from its script', async () => {
    vi.useFakeTimers();
    const { threads, start } = fakeThreads();
    const pool = createPool(start, { graceMs: 1000, loadingMs: 10_000 });
    const ended = vi.fn();
    const run = pool.run(testJob('x', { timeoutSeconds: 1 }), new AbortController().signal).then(ended);
    vi.advanceTimersByTime(9_000);
    threads[0]?.say({ kind: 'begun' });
    await vi.advanceTimersByTimeAsync(1_999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await run;
    expect(ended).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'timeout' }));
  });

  it('C4: a crashed thread fails its run only, and the next run gets a new thread', async () => {
    const { threads, start } = fakeThreads();
    const pool = createPool(start);
    const run = pool.run(testJob('x'), new AbortController().signal);
    threads[0]?.say(output);
    threads[0]?.crash('out of memory');
    expect(await run).toMatchObject({
      outcome: 'failed',
      errorCode: 'ExecutionException',
      errorInfo: expect.stringContaining('out of memory'),
    });
    void pool.run(testJob('y'), new AbortController().signal);
    expect(threads).toHaveLength(2);
    pool.close();
  });

  it('C4: an unused thread ends after a while', async () => {
    vi.useFakeTimers();
    const { threads, start } = fakeThreads();
    const run = createPool(start, { idleMs: 1000 }).run(testJob('x'), new AbortController().signal);
    threads[0]?.say(done);
    await run;
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    expect(threads[0]?.terminate).toHaveBeenCalledOnce();
  });
});

describe('real worker threads', () => {
  it(
    'K1, C4: runs scripts side by side and kills one that loops without end',
    { timeout: 30_000 },
    async () => {
      const runner = createNodeRunner({ graceMs: 200 });
      const ender = new AbortController();
      const loop = runner.run(testJob('echo before; while :; do :; done'), ender.signal);
      const quick = await runner.run(testJob('echo "$(hostname)"; exit 3'), new AbortController().signal);
      expect(quick).toMatchObject({ exitCode: 3 });
      expect(textOf(quick.output)).toBe('web-prod-01\n');
      ender.abort();
      const killed = await loop;
      expect(killed).toMatchObject({ outcome: 'failed', errorCode: 'ExecutionInterrupted', files: null });
      runner.close();
    },
  );
});
