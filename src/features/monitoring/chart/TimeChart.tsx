import { memo, useId, useMemo } from 'react';
import { Curve, Surface } from 'recharts';
import type { ChartWindow } from '../data/chart-window';
import { AlarmLayer, type ChartAlarm, type ChartThreshold } from './AlarmLayer';
import { TimeAxis, ValueAxis } from './ChartAxes';
import { type ChartLine, type ChartModel, wholeValues } from './chart-line';
import { ChartLayer } from './ChartLayer';
import type { ChartMarks } from './chart-marks';
import type { ChartSize, Geometry } from './geometry';
import { LimitLine } from './LimitLine';
import type { AxisTimes } from './use-axis-times';

export interface TimeChartProps {
  model: ChartModel;
  window: ChartWindow;
  size: ChartSize;
  geometry: Geometry;
  /** The marks of the value axis, in the model's unit. */
  valueTicks: readonly number[];
  times: AxisTimes;
  marks: ChartMarks;
  /** A value that is not passed, in the model's unit; null: none. */
  limit: number | null;
  limitLabel: string;
  /** In the quantity's base unit. */
  thresholds: readonly ChartThreshold[];
  alarms: readonly ChartAlarm[];
  /** How the values of the axis are written. */
  figure(value: number): string;
}

/** With more lines a filled one would hide the others. */
const MOST_FILLED = 2;

/**
 * The chart itself: straight lines through every value, none left out, from zero up. It knows no pointer: what follows the
 * cursor lies above it, so that a move never draws a line anew.
 *
 * The shapes are Recharts'; the axes are ours. Its own chart would measure every label and keep a store of its own to find
 * out what this page has known before, which takes ten times as long and is paid by a dozen charts at once.
 */
export const TimeChart = memo(function TimeChart({
  model,
  window,
  size,
  geometry,
  valueTicks,
  times,
  marks,
  limit,
  limitLabel,
  thresholds,
  alarms,
  figure,
}: TimeChartProps) {
  const clipId = useId();
  const { left, right, bottom } = geometry;
  const lines = useMemo(
    () => model.lines.map((line) => ({ line, points: pointsOf(line, model.divisor, geometry) })),
    [geometry, model],
  );
  const [first] = lines;
  return (
    <Surface width={size.width} height={size.height} className="block">
      <clipPath id={clipId}>
        <rect x={left} y={0} width={right - left} height={size.height} />
      </clipPath>
      <ValueAxis ticks={valueTicks} geometry={geometry} figure={figure} />
      <ChartLayer model={model} marks={marks} window={window} geometry={geometry} />
      {thresholds.length > 0 || alarms.length > 0 ? (
        <AlarmLayer
          thresholds={thresholds}
          alarms={alarms}
          divisor={model.divisor}
          span={window.span}
          geometry={geometry}
        />
      ) : null}
      {limit !== null && geometry.y(limit) >= geometry.top ? (
        <LimitLine y={geometry.y(limit)} left={left} right={right} label={limitLabel} />
      ) : null}
      <g clipPath={`url(#${clipId})`} fill="none" strokeWidth={1.5}>
        {first && lines.length <= MOST_FILLED ? (
          <Curve
            type="linear"
            points={first.points}
            baseLine={bottom}
            fill={first.line.colour}
            fillOpacity={0.1}
            stroke="none"
          />
        ) : null}
        {lines.map(({ line, points }) => (
          <Curve
            key={line.id}
            type="linear"
            points={points}
            stroke={line.colour}
            {...(line.dash ? { strokeDasharray: line.dash } : null)}
          />
        ))}
      </g>
      <TimeAxis span={window.span} size={size} geometry={geometry} times={times} />
    </Surface>
  );
});

/** Pixels; a `y` of null is a gap. */
function pointsOf(line: ChartLine, divisor: number, { x, y }: Geometry) {
  return wholeValues(line, divisor).map(({ at, value }) => ({
    x: x(at),
    y: value === null ? null : y(value),
  }));
}
