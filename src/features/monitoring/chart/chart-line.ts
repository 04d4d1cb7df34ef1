import { normaliseSeries, type RawSample, type Series } from '@/domain/monitor-series';
import { type Quantity, scaleFor, type TrafficUnit } from '@/domain/monitor-units';
import type { ChartWindow } from '../data/chart-window';
import type { AxisPeriods } from './cursor-moves';

/** One line of a chart, not yet brought into order. */
export interface LineSource {
  id: string;
  label: string;
  samples: readonly RawSample[];
}

/** One line of a chart. */
export interface ChartLine {
  id: string;
  label: string;
  /** A CSS colour of the theme. */
  colour: string;
  /** Lines of one colour differ by it. */
  dash: string | undefined;
  series: Series;
}

/** A chart's lines in the unit that reads most easily: `value / divisor` is in `unit`. */
export interface ChartModel {
  lines: ChartLine[];
  unit: string;
  divisor: number;
  /** The largest value drawn, in `unit`; 0 when nothing was measured. */
  largest: number;
  /** Periods of the axis that may have a value. */
  length: number;
  /** Values that were no measurement, in all lines. */
  rejected: number;
}

const COLOURS = [1, 2, 3, 4].map((number) => `var(--color-series-${number})`);
/** The second four lines are dashed: colour alone would not tell eight apart. */
const SECOND_DASH = '5 3';

export function chartModel(
  sources: readonly LineSource[],
  quantity: Quantity,
  traffic: TrafficUnit,
  window: ChartWindow,
): ChartModel {
  const shape = { span: window.span, periodSeconds: window.periodSeconds, now: window.now };
  const lines = sources.map(({ id, label, samples }, index) => ({
    id,
    label,
    colour: COLOURS[index % COLOURS.length]!,
    dash: index < COLOURS.length ? undefined : SECOND_DASH,
    series: normaliseSeries(samples, shape),
  }));
  const values = lines.flatMap(({ series }) => series.points.map((point) => point.value ?? 0));
  const largest = values.reduce((a, b) => Math.max(a, b), 0);
  const { unit, divisor } = scaleFor(quantity, largest, traffic);
  return {
    lines,
    unit,
    divisor,
    largest: largest / divisor,
    length: lines.reduce((length, { series }) => Math.max(length, series.points.length), 0),
    rejected: lines.reduce((sum, { series }) => sum + series.rejected, 0),
  };
}

export function isMeasured({ lines }: ChartModel): boolean {
  return lines.some(({ series }) => series.measured > 0);
}

/** The values of whole periods, in the model's unit; null is a gap. What is not whole yet is none: it is drawn apart. */
export function wholeValues({ series }: ChartLine, divisor: number): { at: number; value: number | null }[] {
  return series.points.map(({ at, value, partial }) => ({
    at,
    value: value === null || partial ? null : value / divisor,
  }));
}

/** The periods of a chart's lines: they begin where the clock's do, at or before the begin of the axis. */
export function axisPeriods({ length }: Pick<ChartModel, 'length'>, window: ChartWindow): AxisPeriods {
  const step = window.periodSeconds * 1000;
  return { from: Math.floor(window.span.from / step) * step, step, length };
}

/** A place on a chart, in time and in the model's unit. */
export interface Spot {
  at: number;
  value: number;
}

/** Periods between two gaps: no line leads to them, so they are drawn as dots. */
export function lonelySpots({ series }: ChartLine, divisor: number): Spot[] {
  const whole = (index: number) => {
    const point = series.points[index];
    return point && point.value !== null && !point.partial;
  };
  return series.points.flatMap(({ at, value, partial }, index) =>
    value !== null && !partial && !whole(index - 1) && !whole(index + 1)
      ? [{ at, value: value / divisor }]
      : [],
  );
}

/** The period under way, and the whole one before it that a dashed line joins it to. */
export function partialSpot({ series }: ChartLine, divisor: number): { from: Spot | null; to: Spot } | null {
  const last = series.points.at(-1);
  if (!last?.partial || last.value === null) return null;
  const before = series.points.at(-2);
  return {
    from: before && before.value !== null ? { at: before.at, value: before.value / divisor } : null,
    to: { at: last.at, value: last.value / divisor },
  };
}

/** The value of a line in the period that `at` lies in, in the model's unit; null when nothing was measured. */
export function valueAt({ series }: ChartLine, divisor: number, at: number): number | null {
  const first = series.points[0];
  const second = series.points[1];
  if (!first) return null;
  const step = second ? second.at - first.at : 1;
  const value = series.points[Math.floor((at - first.at) / step)]?.value ?? null;
  return value === null ? null : value / divisor;
}
