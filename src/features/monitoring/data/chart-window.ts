import {
  callSpans,
  choosePeriod,
  MAX_POINTS,
  pointsIn,
  presetSpan,
  type TimeSpan,
} from '@/domain/monitor-period';
import type { RangeChoice } from '../range/view-address';

/** The shared time axis of a page's charts. */
export interface ChartWindow {
  /** Epoch ms; begins where a period does. */
  span: TimeSpan;
  /** Seconds. */
  periodSeconds: number;
  /** Epoch ms: what begins later is not expected yet. */
  now: number;
}

/** One way to average a span. */
export interface PeriodChoice {
  seconds: number;
  points: number;
  /** More points than one call may ask for. */
  tooMany: boolean;
}

export function spanOf(range: RangeChoice, now: number): TimeSpan {
  return 'preset' in range ? presetSpan(range.preset, now) : range.span;
}

/** The periods to choose from. The coarsest is never too fine: a longer span takes several calls then. */
export function periodChoices(span: TimeSpan, periods: readonly number[]): PeriodChoice[] {
  return periods.map((seconds, index) => {
    const points = pointsIn(span, seconds);
    return { seconds, points, tooMany: points > MAX_POINTS && index < periods.length - 1 };
  });
}

/**
 * The time axis for a span. A period asked for holds if the span allows it, else the finest that does.
 * @param periods what the service averages over, finest first, seconds
 */
export function chartWindow(
  span: TimeSpan,
  periods: readonly [number, ...number[]],
  asked: number | null,
  now: number,
): ChartWindow {
  const fits = periodChoices(span, periods).some(({ seconds, tooMany }) => seconds === asked && !tooMany);
  const periodSeconds = asked !== null && fits ? asked : choosePeriod(span, periods);
  const step = periodSeconds * 1000;
  return { span: { from: Math.floor(span.from / step) * step, to: span.to }, periodSeconds, now };
}

/** The same axis for what is averaged over other periods: the finest that fits and is no finer than the axis' own. */
export function windowWith(window: ChartWindow, periods: readonly [number, ...number[]]): ChartWindow {
  const coarse = periods.filter((seconds) => seconds >= window.periodSeconds);
  const [first, ...others] = coarse;
  const usable: readonly [number, ...number[]] = first === undefined ? [periods.at(-1)!] : [first, ...others];
  return { ...window, periodSeconds: choosePeriod(window.span, usable) };
}

/** The calls that read a window, oldest first. */
export function callsFor({ span, periodSeconds, now }: ChartWindow, most?: number): TimeSpan[] {
  return callSpans(span, periodSeconds, now, most);
}

/** What names the reading of a window in the cache: windows read by the same calls share it. */
export function readingKey(window: ChartWindow): { from: number; to: number; period: number } {
  const calls = callsFor(window);
  return { from: calls[0]?.from ?? 0, to: calls.at(-1)?.to ?? 0, period: window.periodSeconds };
}
