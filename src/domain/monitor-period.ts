/**
 * Which points a chart asks for (manual 4.1: metrics are collected every minute, and a longer range is shown as averages of
 * longer periods). All times are epoch ms in UTC; spans are half open, so days of 23 or 25 hours need no care.
 */

/** What ECS averages over, in seconds. */
export const ECS_PERIODS = [60, 600, 3600] as const;
export type EcsPeriod = (typeof ECS_PERIODS)[number];

/** What CloudMonitor surely averages over, in seconds; metrics of its plug-in have 15 besides. */
export const CMS_PERIODS = [60, 900, 3600] as const;
export type CmsPeriod = (typeof CMS_PERIODS)[number];

/** Points one call may ask for. */
export const MAX_POINTS = 400;
/** The same of CloudMonitor, which gives the rest in pages if there are several lines (contract 9.1). */
export const CMS_MAX_POINTS = 1440;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How far back the start of a range may lie for ECS. */
export const RETENTION_MS = 30 * DAY;

/** How far back CloudMonitor keeps values averaged over so many seconds. */
export function cmsRetentionMs(periodSeconds: number): number {
  if (periodSeconds < 60) return 7 * DAY;
  return periodSeconds < 300 ? 31 * DAY : 91 * DAY;
}

/** `from` ≤ t < `to`, epoch ms. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** The ranges offered ready-made, shortest first. */
export const RANGE_PRESETS = ['1h', '6h', '24h', '7d', '30d'] as const;
export type RangePreset = (typeof RANGE_PRESETS)[number];

const PRESET_MS: Readonly<Record<RangePreset, number>> = {
  '1h': DAY / 24,
  '6h': DAY / 4,
  '24h': DAY,
  '7d': 7 * DAY,
  '30d': RETENTION_MS,
};

/** The preset's span, up to now; `30d` begins as early as the server will still take it. */
export function presetSpan(preset: RangePreset, now: number): TimeSpan {
  return withinRetention({ from: now - PRESET_MS[preset], to: now }, now);
}

/** The time a server reads: seconds other than 00 are rounded up to the next minute (contract 8). */
export function roundUpToMinute(at: number): number {
  return Math.ceil(at / MINUTE) * MINUTE;
}

/** Points of a span, at least one: what the server holds against its limit. */
export function pointsIn(span: TimeSpan, periodSeconds: number): number {
  const length = roundUpToMinute(span.to) - roundUpToMinute(span.from);
  return Math.max(1, Math.ceil(length / (periodSeconds * 1000)));
}

/** The periods with which the whole span fits into one call. Empty when it needs several calls whatever the period. */
export function validPeriods<Period extends number>(span: TimeSpan, periods: readonly Period[]): Period[] {
  return periods.filter((period) => pointsIn(span, period) <= MAX_POINTS);
}

/** The finest period with which the span fits into one call; when none does, the coarsest: see `callSpans`. */
export function choosePeriod<Period extends number>(
  span: TimeSpan,
  periods: readonly [Period, ...Period[]],
): Period {
  return validPeriods(span, periods)[0] ?? (periods.at(-1) as Period);
}

/**
 * The calls that cover a span, oldest first, each within the points of one call (`most`). They begin and end where periods do, so
 * that the first value is the average of a whole period, but never earlier than the server keeps values.
 */
export function callSpans(
  span: TimeSpan,
  periodSeconds: number,
  now: number,
  most: number = MAX_POINTS,
): TimeSpan[] {
  const step = periodSeconds * 1000;
  const earliest = Math.ceil(earliestStart(now) / step) * step;
  const from = Math.max(Math.floor(span.from / step) * step, earliest);
  const to = Math.ceil(span.to / step) * step;
  const spans: TimeSpan[] = [];
  for (let start = from; start < to; start += most * step) {
    spans.push({ from: start, to: Math.min(start + most * step, to) });
  }
  return spans;
}

/** The span without what the server keeps no longer. */
export function withinRetention(span: TimeSpan, now: number): TimeSpan {
  return { ...span, from: Math.max(span.from, earliestStart(now)) };
}

/** A start on the very edge would be too early by the time it reaches the server. */
const EDGE_MS = 2 * MINUTE;

function earliestStart(now: number): number {
  return roundUpToMinute(now - RETENTION_MS + EDGE_MS);
}

export type RangeProblem =
  /** The end is not after the start. */
  | 'reversed'
  /** Shorter than the minute in which metrics are collected. */
  | 'tooShort'
  /** Nothing of it has happened yet. */
  | 'future'
  /** The start lies further back than 30 days. */
  | 'tooEarly';

/** Why no values can be had for a span; null when they can. An end in the future is none: values come until now. */
export function rangeProblem(span: TimeSpan, now: number): RangeProblem | null {
  if (!(span.to > span.from)) return 'reversed';
  if (span.from >= now) return 'future';
  if (span.from < now - RETENTION_MS) return 'tooEarly';
  if (span.to - span.from < MINUTE) return 'tooShort';
  return null;
}
