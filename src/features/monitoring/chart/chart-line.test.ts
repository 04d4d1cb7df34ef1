import { describe, expect, it } from 'vitest';
import { chartWindow } from '../data/chart-window';
import { type ChartLine, chartModel, lonelySpots, partialSpot, valueAt, wholeValues } from './chart-line';

const MINUTE = 60_000;
const FROM = Date.UTC(2026, 10, 23, 6, 0);

/** Ten minutes, read at their end; `values` by minute, from the start. */
function modelOf(values: Record<number, unknown>, now = FROM + 10 * MINUTE) {
  const window = chartWindow({ from: FROM, to: FROM + 10 * MINUTE }, [60], null, now);
  const samples = Object.entries(values).map(([minute, value]) => ({
    at: FROM + Number(minute) * MINUTE,
    value,
  }));
  const model = chartModel([{ id: 'used', label: 'used', samples }], 'percent', 'bit', window);
  const line = model.lines[0] as ChartLine;
  return { model, values: wholeValues(line, model.divisor).map(({ value }) => value), line };
}

describe('lines of a chart', () => {
  it('G1: what was not measured is a gap, never a zero', () => {
    const { values } = modelOf({ 0: 10, 1: 20, 4: 30, 5: 40, 9: 50 });
    expect(values).toEqual([10, 20, null, null, 30, 40, null, null, null, 50]);
  });

  it('G1: values that are none, negative or text, in any order and twice, are put right', () => {
    const window = chartWindow({ from: FROM, to: FROM + 5 * MINUTE }, [60], null, FROM + 9 * MINUTE);
    const at = (minute: number) => FROM + minute * MINUTE;
    const samples = [
      { at: at(3), value: '40' },
      { at: at(0), value: 10 },
      { at: at(1), value: Number.NaN },
      { at: at(0), value: 12 },
      { at: at(2), value: -5 },
      { at: at(4), value: undefined },
      { at: Number.NaN, value: 1 },
    ];
    const model = chartModel([{ id: 'used', label: '', samples }], 'percent', 'bit', window);
    expect(wholeValues(model.lines[0]!, 1).map(({ value }) => value)).toEqual([12, null, null, 40, null]);
    expect(model.rejected).toBe(2);
  });

  it('G2: a value between two gaps is a dot', () => {
    const { line } = modelOf({ 0: 10, 1: 20, 5: 30, 9: 40 });
    expect(lonelySpots(line, 1)).toEqual([
      { at: FROM + 5 * MINUTE, value: 30 },
      { at: FROM + 9 * MINUTE, value: 40 },
    ]);
  });

  it('G2: the period under way is drawn apart and not in the line', () => {
    const now = FROM + 9.5 * MINUTE;
    const { line, values } = modelOf({ 7: 10, 8: 20, 9: 90 }, now);
    expect(values.at(-1)).toBeNull();
    expect(partialSpot(line, 1)).toEqual({
      from: { at: FROM + 8 * MINUTE, value: 20 },
      to: { at: FROM + 9 * MINUTE, value: 90 },
    });
    expect(line.series.summary.max).toBe(20);
  });

  it('G2: the cursor reads the period that it lies in', () => {
    const { line } = modelOf({ 0: 10, 1: 20 });
    expect(valueAt(line, 1, FROM + 90_000)).toBe(20);
    expect(valueAt(line, 10, FROM)).toBe(1);
    expect(valueAt(line, 1, FROM + 3 * MINUTE)).toBeNull();
    expect(valueAt(line, 1, FROM - MINUTE)).toBeNull();
  });

  it('G3: the same traffic in bits and in bytes', () => {
    const window = chartWindow({ from: FROM, to: FROM + 2 * MINUTE }, [60], null, FROM + 9 * MINUTE);
    const samples = [{ at: FROM, value: 8000 }];
    const drawn = (traffic: 'bit' | 'byte') => {
      const model = chartModel([{ id: 'out', label: '', samples }], 'kilobitRate', traffic, window);
      return [model.largest, model.unit];
    };
    expect(drawn('bit')).toEqual([8, 'Mbit/s']);
    expect(drawn('byte')).toEqual([1, 'MB/s']);
  });

  it('G1: an axis without any value is no line', () => {
    const { model, line } = modelOf({});
    expect(model.largest).toBe(0);
    expect(line.series.measured).toBe(0);
    expect(line.series.summary).toEqual({ min: null, average: null, max: null, last: null });
  });
});
