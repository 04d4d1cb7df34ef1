import type { TimeSpan } from '@/domain/monitor-period';
import type { Geometry } from './geometry';

/** What a value must not reach, in the quantity's base unit; the axis goes as far. */
export interface ChartThreshold {
  id: string;
  value: number;
  label: string;
  tone: AlarmTone;
}

/** A time in which a threshold was reached, epoch ms; an end of null: it still is. */
export interface ChartAlarm {
  from: number;
  to: number | null;
  tone: AlarmTone;
}

export type AlarmTone = 'danger' | 'warn' | 'info';

/** Dashes differ besides the colours. */
const DASHES: Readonly<Record<AlarmTone, string>> = { danger: '6 3', warn: '4 3', info: '2 3' };

/** Letters hang this far above their line, or below it at the chart's top and where the line above is near. */
const ABOVE = 4;
const BELOW = 12;
const NEAR = 15;
const TOP = 20;
/** Pixels: an alarm has to be seen, however short it was. */
const NARROWEST = 2;

export interface AlarmLayerProps {
  thresholds: readonly ChartThreshold[];
  alarms: readonly ChartAlarm[];
  /** What a value is divided by to be in the axis' unit. */
  divisor: number;
  span: TimeSpan;
  geometry: Geometry;
}

/** The lines of a rule's thresholds, and over the chart ▼ where it fires with the time it goes on for. */
export function AlarmLayer({ thresholds, alarms, divisor, span, geometry }: AlarmLayerProps) {
  const { left, right, top, bottom, x, y } = geometry;
  const lines = thresholds
    .map((threshold) => ({ ...threshold, at: y(threshold.value / divisor) }))
    .toSorted((a, b) => a.at - b.at);
  return (
    <g>
      {alarms
        .filter(({ from, to }) => from < span.to && (to ?? span.to) > span.from)
        .map(({ from, to, tone }) => {
          const begin = x(Math.max(from, span.from));
          const end = Math.max(x(Math.min(to ?? span.to, span.to)), begin + NARROWEST);
          return (
            <g key={`${from} ${tone}`} data-alarm={tone} fill={`var(--color-${tone}-solid)`}>
              <rect x={begin} y={top} width={end - begin} height={bottom - top} fillOpacity={0.14} />
              {from >= span.from ? <path d={`M${begin - 4} ${top - 7}h8l-4 7z`} /> : null}
            </g>
          );
        })}
      {lines.map(({ id, at, label, tone }, index) => {
        const above = lines[index - 1];
        const isLow = at < TOP || (above !== undefined && at - above.at < NEAR);
        return (
          <g key={id} data-threshold={tone}>
            <line
              x1={left}
              x2={right}
              y1={at}
              y2={at}
              stroke={`var(--color-${tone}-solid)`}
              strokeDasharray={DASHES[tone]}
            />
            <text
              x={right}
              y={isLow ? at + BELOW : at - ABOVE}
              textAnchor="end"
              fontSize={11}
              fill={`var(--color-${tone})`}
            >
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}
