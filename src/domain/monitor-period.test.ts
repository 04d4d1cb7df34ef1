import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CMS_MAX_POINTS,
  callSpans,
  choosePeriod,
  CMS_PERIODS,
  cmsRetentionMs,
  ECS_PERIODS,
  MAX_POINTS,
  pointsIn,
  presetSpan,
  RANGE_PRESETS,
  rangeProblem,
  RETENTION_MS,
  roundUpToMinute,
  validPeriods,
  withinRetention,
} from './monitor-period';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 22, 9, 41, 17, 250);

const spanOf = (length: number, to = NOW) => ({ from: to - length, to });

describe('periods of a chart', () => {
  it.each([
    [MINUTE, 60],
    [6 * HOUR + 40 * MINUTE, 60],
    [6 * HOUR + 41 * MINUTE, 600],
    [DAY, 600],
    [66 * HOUR + 40 * MINUTE, 600],
    [66 * HOUR + 41 * MINUTE, 3600],
    [7 * DAY, 3600],
    [16 * DAY + 16 * HOUR, 3600],
    [30 * DAY, 3600],
  ])('G2: a span of %i ms is read every %i s', (length, period) => {
    expect(choosePeriod(spanOf(length), ECS_PERIODS)).toBe(period);
  });

  it('G2: every preset fits into the points of a call, only 30 days take two calls', () => {
    const calls = RANGE_PRESETS.map((preset) => {
      const span = presetSpan(preset, NOW);
      return callSpans(span, choosePeriod(span, ECS_PERIODS), NOW).length;
    });
    expect(calls).toEqual([1, 1, 1, 1, 2]);
  });

  it('G2: offers the periods that one call can hold, none beyond 16 days and 16 hours', () => {
    expect(validPeriods(spanOf(HOUR), ECS_PERIODS)).toEqual([60, 600, 3600]);
    expect(validPeriods(spanOf(DAY), ECS_PERIODS)).toEqual([600, 3600]);
    expect(validPeriods(spanOf(20 * DAY), ECS_PERIODS)).toEqual([]);
    expect(validPeriods(spanOf(DAY), CMS_PERIODS)).toEqual([900, 3600]);
  });

  it('G2: calls follow one another without a hole, keep to the limit and to what the server keeps', () => {
    const spans = fc.record({
      length: fc.integer({ min: MINUTE, max: 31 * DAY }),
      ago: fc.integer({ min: 0, max: 20 * DAY }),
      period: fc.constantFrom(...ECS_PERIODS),
    });
    fc.assert(
      fc.property(spans, ({ length, ago, period }) => {
        const span = spanOf(length, NOW - ago);
        const calls = callSpans(span, period, NOW);
        for (const [index, call] of calls.entries()) {
          expect(pointsIn(call, period)).toBeLessThanOrEqual(MAX_POINTS);
          expect(call.from % (period * 1000)).toBe(0);
          expect(call.to).toBeGreaterThan(call.from);
          if (index > 0) expect(call.from).toBe(calls[index - 1]!.to);
        }
        const kept = withinRetention(span, NOW);
        if (kept.from < span.to) {
          expect(calls[0]!.from).toBeGreaterThanOrEqual(NOW - RETENTION_MS);
          expect(calls[0]!.from).toBeLessThan(kept.from + period * 1000);
          expect(calls.at(-1)!.to).toBeGreaterThanOrEqual(span.to);
        }
      }),
    );
  });

  it('G5: CloudMonitor gives thirty days of hours in one call', () => {
    const span = presetSpan('30d', NOW);
    expect(callSpans(span, 3600, NOW)).toHaveLength(2);
    expect(callSpans(span, 3600, NOW, CMS_MAX_POINTS)).toHaveLength(1);
  });

  it('G2: the longest preset is not yet too early when it reaches the server a minute later', () => {
    const { from } = presetSpan('30d', NOW);
    expect(from).toBeGreaterThanOrEqual(NOW + MINUTE - RETENTION_MS);
    expect(from - (NOW - RETENTION_MS)).toBeLessThan(4 * MINUTE);
  });

  it('G2: seconds are rounded up to the minute', () => {
    expect(roundUpToMinute(NOW)).toBe(Date.UTC(2026, 10, 22, 9, 42));
    expect(roundUpToMinute(roundUpToMinute(NOW))).toBe(roundUpToMinute(NOW));
  });

  it.each([
    [30, 7],
    [60, 31],
    [900, 91],
    [3600, 91],
  ])('G5: CloudMonitor keeps periods of %i s for %i days', (period, days) => {
    expect(cmsRetentionMs(period)).toBe(days * DAY);
  });

  it('G2: a day of 25 hours is as long as its hours', () => {
    const zone = 'America/New_York';
    const midnight = (day: number, offset: number) => Date.UTC(2026, 10, day, offset);
    const span = { from: midnight(1, 4), to: midnight(2, 5) };
    expect(new Date(span.from).toLocaleTimeString('en', { timeZone: zone })).toBe(
      new Date(span.to).toLocaleTimeString('en', { timeZone: zone }),
    );
    expect(pointsIn(span, 600)).toBe(150);
    expect(callSpans(span, 600, NOW)).toEqual([span]);
  });
});

describe('ranges that have no values', () => {
  it.each([
    ['the end before the start', { from: NOW - HOUR, to: NOW - DAY }, 'reversed'],
    ['no length', { from: NOW - HOUR, to: NOW - HOUR }, 'reversed'],
    ['no number', { from: Number.NaN, to: NOW }, 'reversed'],
    ['the future', { from: NOW + MINUTE, to: NOW + HOUR }, 'future'],
    ['longer ago than 30 days', { from: NOW - RETENTION_MS - 1, to: NOW }, 'tooEarly'],
    ['less than a minute', { from: NOW - 59_999, to: NOW }, 'tooShort'],
    ['a single minute', { from: NOW - MINUTE, to: NOW }, null],
    ['an end in the future', { from: NOW - HOUR, to: NOW + HOUR }, null],
    ['all 30 days', { from: NOW - RETENTION_MS, to: NOW }, null],
  ] as const)('G2: %s', (_what, span, problem) => {
    expect(rangeProblem(span, NOW)).toBe(problem);
  });
});
