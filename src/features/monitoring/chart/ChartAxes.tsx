import { Fragment, useMemo } from 'react';
import type { TimeSpan } from '@/domain/monitor-period';
import type { ChartSize, Geometry } from './geometry';
import { timeTicks } from './time-ticks';
import type { AxisTimes } from './use-axis-times';

const LABEL = { fontSize: 11, fill: 'var(--color-text-muted)', stroke: 'none' } as const;
/** Pixels a time needs on its axis with the room around it, and half of what its letters take. */
const TIME_WIDTH = 62;
const HALF_LABEL = 23;

/** Round values from zero up, each with its line across the chart. */
export function ValueAxis({
  ticks,
  geometry: { left, right, y },
  figure,
}: {
  ticks: readonly number[];
  geometry: Geometry;
  figure(value: number): string;
}) {
  return (
    <g {...LABEL} textAnchor="end">
      {ticks.map((value) => (
        <Fragment key={value}>
          <line x1={left} x2={right} y1={y(value)} y2={y(value)} stroke="var(--color-grid)" />
          <text x={left - 6} y={y(value)} dy="0.355em">
            {figure(value)}
          </text>
        </Fragment>
      ))}
    </g>
  );
}

/** Round times of the clock, or days. */
export function TimeAxis({
  span,
  size: { width },
  geometry: { left, right, bottom, x },
  times,
}: {
  span: TimeSpan;
  size: ChartSize;
  geometry: Geometry;
  times: AxisTimes;
}) {
  const labels = useMemo(() => {
    const ticks = timeTicks(span, times.zone, Math.max(2, Math.floor((right - left) / TIME_WIDTH)));
    const shown: { at: number; center: number; text: string }[] = [];
    for (const at of ticks.at) {
      const center = Math.min(x(at), width - HALF_LABEL);
      // Where the clock goes forward two times are an hour nearer than the others.
      if (center - (shown.at(-1)?.center ?? -Infinity) < 2 * HALF_LABEL) continue;
      const text = ticks.areDays || isMidnight(at, times) ? times.day(at) : times.clock(at);
      shown.push({ at, center, text });
    }
    return shown;
  }, [left, right, span, times, width, x]);
  return (
    <>
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--color-border-control)" />
      <g {...LABEL} textAnchor="middle">
        {labels.map(({ at, center, text }) => (
          <text key={at} x={center} y={bottom + 12} dy="0.71em">
            {text}
          </text>
        ))}
      </g>
    </>
  );
}

const DAY = 86_400_000;

function isMidnight(at: number, { zone }: AxisTimes): boolean {
  return (at + zone.offsetAt(at)) % DAY === 0;
}
