import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseSeries, type RawSample } from './monitor-series';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 22, 10, 0, 30);
const FROM = Date.UTC(2026, 10, 22, 9, 50);
const shape = { span: { from: FROM, to: NOW }, periodSeconds: 60, now: NOW };
const at = (minute: number) => FROM + minute * MINUTE;
const sample = (minute: number, value: unknown): RawSample => ({ at: at(minute), value });

const valuesOf = (samples: RawSample[], other: Partial<typeof shape> = {}) =>
  normaliseSeries(samples, { ...shape, ...other }).points.map(({ value }) => value);

describe('what a chart draws', () => {
  it('G2: puts points in order, once each, the one read later counting', () => {
    expect(valuesOf([sample(2, 30), sample(0, 10), sample(1, 20), sample(2, 31)]).slice(0, 3)).toEqual([
      10, 20, 31,
    ]);
  });

  it('G2: draws a gap where nothing was measured, never a zero', () => {
    const series = normaliseSeries([sample(0, 1), sample(3, 4), sample(9, 5)], shape);
    expect(series.points.map(({ value }) => value)).toEqual([
      1,
      null,
      null,
      4,
      null,
      null,
      null,
      null,
      null,
      5,
    ]);
    expect(series.measured).toBe(3);
  });

  it('G2: no gap at the end before its value was due', () => {
    const until = (minute: number) => Array.from({ length: minute + 1 }, (_, index) => sample(index, 1));
    expect(valuesOf(until(8))).toHaveLength(9);
    expect(valuesOf(until(7))).toHaveLength(8);
    // Two minutes after its end a value that is missing will not come.
    expect(valuesOf(until(6))).toHaveLength(8);
    expect(valuesOf(until(6)).at(-1)).toBeNull();
  });

  it('G1: reads numbers that come as texts, and leaves out what is no measurement', () => {
    const odd = ['12', ' 7.5 ', Number.NaN, -1, '-3', 'n/a', {}, Number.POSITIVE_INFINITY, null, undefined];
    const series = normaliseSeries(
      odd.map((value, minute) => sample(minute, value)),
      shape,
    );
    expect(series.points.slice(0, 2).map(({ value }) => value)).toEqual([12, 7.5]);
    expect(series.measured).toBe(2);
    expect(series.rejected).toBe(6);
  });

  it('G1: a bad value does not hide a good one of the same minute', () => {
    expect(valuesOf([sample(0, 5), sample(0, Number.NaN), sample(0, '')])[0]).toBe(5);
  });

  it('G2: marks the period that is still going on, and keeps it out of the figures below', () => {
    const hours = { periodSeconds: 3600, span: { from: FROM - 110 * MINUTE, to: NOW } };
    const series = normaliseSeries(
      [
        { at: Date.UTC(2026, 10, 22, 8), value: 10 },
        { at: Date.UTC(2026, 10, 22, 9), value: 30 },
        { at: Date.UTC(2026, 10, 22, 10), value: 900 },
      ],
      { ...shape, ...hours },
    );
    expect(series.points.map(({ partial }) => partial)).toEqual([false, false, true]);
    expect(series.summary).toEqual({ min: 10, average: 20, max: 30, last: 30 });
  });

  it('G2: only a period that is going on: its figures are what there is', () => {
    const series = normaliseSeries([{ at: Date.UTC(2026, 10, 22, 10), value: 7 }], {
      span: { from: Date.UTC(2026, 10, 22, 10), to: NOW },
      periodSeconds: 3600,
      now: NOW,
    });
    expect(series.summary).toEqual({ min: 7, average: 7, max: 7, last: 7 });
  });

  it('G2: a range that begins before the instance was made begins with a gap', () => {
    const series = normaliseSeries([sample(8, 3), sample(9, 4)], shape);
    expect(series.points.slice(0, 8).every(({ value }) => value === null)).toBe(true);
    expect(series.summary).toEqual({ min: 3, average: 3.5, max: 4, last: 4 });
  });

  it('G2: nothing measured at all', () => {
    const series = normaliseSeries([], shape);
    expect(series.measured).toBe(0);
    expect(series.summary).toEqual({ min: null, average: null, max: null, last: null });
    expect(normaliseSeries([], { ...shape, span: { from: NOW, to: FROM } }).points).toEqual([]);
  });

  it('G1: whatever comes, one point per period, in order, within the span', () => {
    const samples = fc.array(
      fc.record({
        at: fc.oneof(fc.integer({ min: FROM - 5 * MINUTE, max: NOW + 5 * MINUTE }), fc.double()),
        value: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(samples, (raw) => {
        const { points, measured, summary } = normaliseSeries(raw, shape);
        expect(points.length).toBeLessThanOrEqual(11);
        points.forEach((point, index) => expect(point.at).toBe(FROM + index * MINUTE));
        expect(points.filter(({ value }) => value !== null)).toHaveLength(measured);
        const { min, average, max } = summary;
        if (min !== null) {
          expect(min).toBeGreaterThanOrEqual(0);
          expect(average).toBeGreaterThanOrEqual(min * (1 - 1e-9));
          expect(average).toBeLessThanOrEqual(max! * (1 + 1e-9));
        }
      }),
    );
  });
});
