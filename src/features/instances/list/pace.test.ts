import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pace } from './pace';

describe('pace', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('J5: hands on only what a fast scroll comes to rest on', () => {
    const got: number[] = [];
    const push = pace<number>((value) => got.push(value), 90, 10_000);
    for (let row = 0; row < 100; row++) {
      push(row);
      vi.advanceTimersByTime(16);
    }
    expect(got).toEqual([]);
    vi.advanceTimersByTime(90);
    expect(got).toEqual([99]);
  });

  it('J5: keeps serving a scroll that never rests, at most once per span', () => {
    const got: number[] = [];
    const push = pace<number>((value) => got.push(value), 90, 260);
    for (let at = 0; at < 2600; at += 10) {
      push(at);
      vi.advanceTimersByTime(10);
    }
    expect(got.length).toBeGreaterThanOrEqual(9);
    expect(got.length).toBeLessThanOrEqual(10);
  });

  it('J5: forgets what is held back when cancelled', () => {
    const deliver = vi.fn<(value: number) => void>();
    const push = pace(deliver, 90, 260);
    push(1);
    push.cancel();
    vi.advanceTimersByTime(1000);
    expect(deliver).not.toHaveBeenCalled();
  });
});
