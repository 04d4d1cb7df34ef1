import type { TimeSpan } from './monitor-period';

/** One value as it was read: any order, any number of times, any kind. */
export interface RawSample {
  /** Epoch ms of the period's begin. */
  at: number;
  value: unknown;
}

/** One period of a chart. */
export interface SeriesPoint {
  /** Epoch ms of the period's begin. */
  at: number;
  /** Null: nothing was measured, to be drawn as a gap and never as zero. */
  value: number | null;
  /** The period is not over, so the value stands for a part of it only. */
  partial: boolean;
}

/** What stands under a chart. Null when nothing was measured. */
export interface SeriesSummary {
  min: number | null;
  average: number | null;
  max: number | null;
  last: number | null;
}

export interface Series {
  /** One per period from the first to the last of the span that may have a value, in order. */
  points: SeriesPoint[];
  /** Over whole periods; over what there is while none is over. */
  summary: SeriesSummary;
  /** Periods with a value. */
  measured: number;
  /** Values that were no measurement: not a number, or below zero. */
  rejected: number;
}

export interface SeriesShape {
  span: TimeSpan;
  periodSeconds: number;
  /** Epoch ms: periods that begin later are not expected yet. */
  now: number;
}

/**
 * Values of one metric as a chart can trust them (manual 4.1: collected every minute; nothing while an instance is
 * stopped): in order, one per period, with gaps where nothing was measured. Numbers may be texts. Of two values for
 * a period the one read later counts; what is no measurement is left out and counted. Never throws.
 */
export function normaliseSeries(samples: readonly RawSample[], shape: SeriesShape): Series {
  const { span, now } = shape;
  const step = shape.periodSeconds * 1000;
  const values = new Map<number, number>();
  let rejected = 0;
  for (const { at, value } of samples) {
    const number = readNumber(value);
    if (!Number.isFinite(at) || number === undefined) continue;
    if (number === null) {
      rejected += 1;
      continue;
    }
    values.set(Math.floor(at / step) * step, number);
  }
  const points: SeriesPoint[] = [];
  const first = Math.floor(span.from / step) * step;
  const end = Math.min(span.to, now);
  for (let at = first; at < end; at += step) {
    points.push({ at, value: values.get(at) ?? null, partial: at + step > now });
  }
  // The newest minute is known only some time after its end: no gap before it was due.
  while (points.at(-1)?.value === null && points.at(-1)!.at + step > now - SETTLE_MS) points.pop();
  return { points, summary: summarise(points), measured: countMeasured(points), rejected };
}

/** How long after its end a period's value may still be on its way. */
const SETTLE_MS = 120_000;

/** The number; null for what is none or below zero; undefined when there is nothing at all. */
function readNumber(value: unknown): number | null | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
}

function countMeasured(points: readonly SeriesPoint[]): number {
  return points.reduce((count, point) => count + (point.value === null ? 0 : 1), 0);
}

/** Minimum, average, maximum and last of the whole periods; of what there is while none is over. */
export function summarise(points: readonly SeriesPoint[]): SeriesSummary {
  const measured = points.filter((point): point is SeriesPoint & { value: number } => point.value !== null);
  const whole = measured.filter((point) => !point.partial);
  const values = (whole.length > 0 ? whole : measured).map((point) => point.value);
  if (values.length === 0) return { min: null, average: null, max: null, last: null };
  return {
    min: values.reduce((a, b) => Math.min(a, b)),
    average: values.reduce((a, b) => a + b, 0) / values.length,
    max: values.reduce((a, b) => Math.max(a, b)),
    last: values.at(-1)!,
  };
}
