// @vitest-environment jsdom
import { focusManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pollWhile } from './polling';

interface Run {
  done: boolean;
}

const SECOND = 1000;
let client: QueryClient;

beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.mount();
});
afterEach(() => {
  client.clear();
  client.unmount();
  focusManager.setFocused(undefined);
  vi.useRealTimers();
});

/** Watches a run as a page would; `reads` are the times of the reads in seconds from the start. */
function watch(run: (reads: number) => Run, startedAt: number) {
  const began = Date.now();
  const reads: number[] = [];
  const observer = new QueryObserver(client, {
    queryKey: ['run'],
    queryFn: async () => {
      reads.push((Date.now() - began) / SECOND);
      return run(reads.length);
    },
    refetchInterval: pollWhile<Run>(({ done }) => !done, startedAt),
  });
  const stop = observer.subscribe(() => undefined);
  return { reads, stop };
}

describe('pollWhile', () => {
  it('C1: asks again while unfinished and stops at the end', async () => {
    const { reads, stop } = watch((count) => ({ done: count === 4 }), Date.now());
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(reads).toEqual([0, 1, 2, 3]);
    stop();
  });

  it('C1: asks more rarely when the run is old', async () => {
    const { reads, stop } = watch(() => ({ done: false }), Date.now() - 3 * 60 * SECOND);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(reads.length).toBeGreaterThan(2);
    expect(reads.length).toBeLessThan(30);
    stop();
  });

  it('C1: rests while the tab is hidden and reads at once when it is back', async () => {
    const { reads, stop } = watch(() => ({ done: false }), Date.now());
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    const before = reads.length;
    focusManager.setFocused(false);
    await vi.advanceTimersByTimeAsync(30 * SECOND);
    expect(reads).toHaveLength(before);
    focusManager.setFocused(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(reads).toHaveLength(before + 1);
    stop();
  });

  it('C1: goes on, but slowly, after a read that failed for good', async () => {
    const { reads, stop } = watch((count) => {
      if (count === 2) throw new Error('lost');
      return { done: count === 3 };
    }, Date.now());
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    expect(reads).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(reads).toHaveLength(3);
    stop();
  });
});
