import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useMinute } from './use-minute';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 23, 6, 32);
let hidden = false;

beforeEach(() => {
  vi.useFakeTimers({ now: START + 20_000 });
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  hidden = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));

describe('the minute of live charts', () => {
  it('G2: goes on by the minute, a little after its values are there', () => {
    const { result } = renderHook(() => useMinute(true));
    expect(result.current[0]).toBe(START);
    wait(39_000);
    expect(result.current[0]).toBe(START);
    wait(5_000);
    expect(result.current[0]).toBe(START + MINUTE);
  });

  it('G2: stands still while paused, and is read on request', () => {
    const { result } = renderHook(() => useMinute(false));
    wait(5 * MINUTE);
    expect(result.current[0]).toBe(START);
    act(() => result.current[1]());
    expect(result.current[0]).toBe(START + 5 * MINUTE);
  });

  it('G2: stands still in a hidden tab and catches up when it is seen again', () => {
    const { result } = renderHook(() => useMinute(true));
    hidden = true;
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    wait(10 * MINUTE);
    expect(result.current[0]).toBe(START);
    expect(vi.getTimerCount()).toBe(0);
    hidden = false;
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(result.current[0]).toBe(START + 10 * MINUTE);
  });
});
