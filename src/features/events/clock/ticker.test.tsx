import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Countdown } from './Countdown';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-23T06:00:00Z');

beforeEach(() => vi.useFakeTimers({ now: START }));
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

describe('countdown', () => {
  it('F2: ticks by itself, by the minute, then by the second, and what is around it is not drawn again', () => {
    let drawn = 0;
    function Row() {
      drawn++;
      return <Countdown to={START + HOUR + 90_000} />;
    }
    const { unmount } = render(<Row />);
    expect(screen.getByText('1 h 1 min')).toBeVisible();
    pass(31_000);
    expect(screen.getByText('1 h')).toBeVisible();
    pass(60_000);
    expect(screen.getByText('59 min 59 s')).toBeVisible();
    pass(1000);
    expect(screen.getByText('59 min 58 s')).toBeVisible();
    expect(drawn).toBe(1);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('F2: many countdowns share one timer', () => {
    render(
      Array.from({ length: 50 }, (_, index) => <Countdown key={index} to={START + (index + 2) * HOUR} />),
    );
    expect(vi.getTimerCount()).toBe(1);
    pass(2 * HOUR + 1000);
    expect(screen.getAllByText('0 ms')).toHaveLength(1);
  });
});
