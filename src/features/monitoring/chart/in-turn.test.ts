import { afterEach, describe, expect, it, vi } from 'vitest';
import { inTurn } from './in-turn';

describe('work that takes turns', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('G2: is done one piece a task, in order, and not when it was taken back', () => {
    vi.useFakeTimers();
    const done: string[] = [];
    const takeBack = ['a', 'b', 'c', 'd'].map((name) => inTurn(() => done.push(name)));
    takeBack[1]!();
    expect(done).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(['a']);
    vi.runAllTimers();
    expect(done).toEqual(['a', 'c', 'd']);
    inTurn(() => done.push('e'));
    vi.runAllTimers();
    expect(done).toEqual(['a', 'c', 'd', 'e']);
  });

  it('G2: goes on after a piece that was taken back while it was the only one', () => {
    vi.useFakeTimers();
    const done: string[] = [];
    inTurn(() => done.push('a'))();
    inTurn(() => done.push('b'));
    vi.runAllTimers();
    expect(done).toEqual(['b']);
  });
});
