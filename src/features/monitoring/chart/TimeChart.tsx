import { memo, useMemo } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts';
import type { ChartWindow } from '../data/chart-window';
import { type ChartModel, chartRows } from './chart-line';
import { ChartLayer } from './ChartLayer';
import { LimitLine } from './LimitLine';
import type { ChartMarks } from './chart-marks';
import { type ChartSize, geometryOf, INSET } from './geometry';
import { timeTicks } from './time-ticks';
import type { AxisTimes } from './use-axis-times';
import { valueAxis } from './value-ticks';

export interface TimeChartProps {
  model: ChartModel;
  window: ChartWindow;
  size: ChartSize;
  times: AxisTimes;
  marks: ChartMarks;
  /** The end of a scale with an end of its own, such as 100 %. */
  atLeast: number;
  /** A value that is not passed, in the model's unit; null: none. */
  limit: number | null;
  limitLabel: string;
  /** How the values of the axis are written. */
  figure(value: number): string;
}

const TICK = { fontSize: 11, fill: 'var(--color-text-muted)' } as const;
/** Pixels a time needs on its axis. */
const TIME_WIDTH = 62;

/**
 * The chart itself: straight lines from value to value, from zero up. It knows no pointer: what follows the cursor lies
 * above it, so that a move never draws a line anew.
 */
export const TimeChart = memo(function TimeChart({
  model,
  window,
  size,
  times,
  marks,
  atLeast,
  limit,
  limitLabel,
  figure,
}: TimeChartProps) {
  const rows = useMemo(() => chartRows(model, window), [model, window]);
  const axis = useMemo(() => valueAxis(model.largest, atLeast), [atLeast, model.largest]);
  const ticks = useMemo(
    () => timeTicks(window.span, times.zone, Math.max(2, Math.floor((size.width - 42) / TIME_WIDTH))),
    [size.width, times.zone, window.span],
  );
  const geometry = useMemo(() => geometryOf(size, window.span, axis.top), [axis.top, size, window.span]);
  const timeOf = (at: number) => (ticks.areDays || isMidnight(at, times) ? times.day(at) : times.clock(at));
  const [first] = model.lines;
  return (
    <ComposedChart
      width={size.width}
      height={size.height}
      data={rows}
      margin={{ left: 0, right: INSET.right, top: INSET.top, bottom: 0 }}
      accessibilityLayer={false}
      className="chart"
    >
      <CartesianGrid vertical={false} stroke="var(--color-grid)" horizontalValues={axis.ticks} />
      <XAxis
        dataKey="at"
        type="number"
        domain={[window.span.from, window.span.to]}
        allowDataOverflow
        ticks={ticks.at}
        tickFormatter={timeOf}
        interval="preserveStartEnd"
        minTickGap={8}
        height={INSET.bottom}
        tickLine={false}
        tickMargin={6}
        axisLine={{ stroke: 'var(--color-border-control)' }}
        tick={TICK}
      />
      <YAxis
        type="number"
        domain={[0, axis.top]}
        allowDataOverflow
        ticks={axis.ticks}
        tickFormatter={figure}
        interval={0}
        width={INSET.left}
        tickLine={false}
        tickMargin={5}
        axisLine={false}
        tick={TICK}
      />
      {first && model.lines.length <= 2 ? (
        <Area
          dataKey={first.id}
          type="linear"
          stroke="none"
          fill={first.colour}
          fillOpacity={0.1}
          isAnimationActive={false}
          connectNulls={false}
          dot={false}
          activeDot={false}
        />
      ) : null}
      <ChartLayer model={model} marks={marks} window={window} geometry={geometry} />
      {limit !== null && limit <= axis.top ? (
        <LimitLine y={geometry.y(limit)} left={geometry.left} right={geometry.right} label={limitLabel} />
      ) : null}
      {model.lines.map((line) => (
        <Line
          key={line.id}
          dataKey={line.id}
          type="linear"
          stroke={line.colour}
          strokeWidth={1.5}
          {...(line.dash ? { strokeDasharray: line.dash } : null)}
          isAnimationActive={false}
          connectNulls={false}
          dot={false}
          activeDot={false}
        />
      ))}
    </ComposedChart>
  );
});

const DAY = 86_400_000;

function isMidnight(at: number, { zone }: AxisTimes): boolean {
  return (at + zone.offsetAt(at)) % DAY === 0;
}
