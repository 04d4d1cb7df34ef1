import { describe, expect, it } from 'vitest';
import { CMS_PERIODS, ECS_PERIODS, MAX_POINTS, presetSpan, RANGE_PRESETS } from '@/domain/monitor-period';
import { callsFor, chartWindow, periodChoices, readingKey, windowWith } from './chart-window';

const NOW = Date.UTC(2026, 10, 23, 6, 32);
const HOUR = 3_600_000;

describe('the window of the charts', () => {
  it.each([
    ['1h', 60, 1],
    ['6h', 60, 1],
    ['24h', 600, 1],
    ['7d', 3600, 1],
    ['30d', 3600, 2],
  ] as const)('G2: %s is averaged over %d s in %d calls of at most 400 points', (preset, period, count) => {
    const window = chartWindow(presetSpan(preset, NOW), ECS_PERIODS, null, NOW);
    expect(window.periodSeconds).toBe(period);
    const calls = callsFor(window);
    expect(calls).toHaveLength(count);
    for (const { from, to } of calls) expect((to - from) / (period * 1000)).toBeLessThanOrEqual(MAX_POINTS);
  });

  it('G2: a period asked for holds while it fits, and is refused with the number of points when not', () => {
    const day = presetSpan('24h', NOW);
    expect(chartWindow(day, ECS_PERIODS, 3600, NOW).periodSeconds).toBe(3600);
    expect(chartWindow(day, ECS_PERIODS, 60, NOW).periodSeconds).toBe(600);
    expect(chartWindow(day, ECS_PERIODS, 77, NOW).periodSeconds).toBe(600);
    expect(periodChoices(day, ECS_PERIODS)).toEqual([
      { seconds: 60, points: 1440, tooMany: true },
      { seconds: 600, points: 144, tooMany: false },
      { seconds: 3600, points: 24, tooMany: false },
    ]);
  });

  it('G2: the coarsest period is there for any range', () => {
    for (const preset of RANGE_PRESETS) {
      expect(periodChoices(presetSpan(preset, NOW), ECS_PERIODS).at(-1)).toMatchObject({ tooMany: false });
    }
  });

  it('G2: begins where a period does', () => {
    const { span } = chartWindow({ from: NOW - 24 * HOUR, to: NOW }, ECS_PERIODS, null, NOW);
    expect(span.from % 600_000).toBe(0);
    expect(span.from).toBeLessThanOrEqual(NOW - 24 * HOUR);
  });

  it('G5: what has periods of its own takes the next that fits', () => {
    const of = (preset: '6h' | '24h' | '30d') =>
      windowWith(chartWindow(presetSpan(preset, NOW), ECS_PERIODS, null, NOW), CMS_PERIODS).periodSeconds;
    expect([of('6h'), of('24h'), of('30d')]).toEqual([60, 900, 3600]);
  });

  it('G2: windows that are read by the same calls share the reading', () => {
    const at = (now: number) =>
      readingKey(chartWindow({ from: now - 24 * HOUR, to: now }, ECS_PERIODS, null, now));
    expect(at(NOW)).toEqual(at(NOW + 60_000));
    expect(at(NOW)).not.toEqual(at(NOW + 10 * 60_000));
  });

  it('G2: a single minute is one point', () => {
    const window = chartWindow({ from: NOW - 2 * 60_000, to: NOW - 60_000 }, ECS_PERIODS, null, NOW);
    expect(callsFor(window)).toEqual([{ from: NOW - 2 * 60_000, to: NOW - 60_000 }]);
  });
});
