import { useSyncExternalStore } from 'react';
import type { ChartWindow } from '../data/chart-window';
import { type ChartModel, valueAt } from './chart-line';
import type { CursorStore } from './cursor-store';
import type { ChartSize, Geometry } from './geometry';
import type { AxisTimes } from './use-axis-times';

export interface CursorLayerProps {
  cursor: CursorStore;
  model: ChartModel;
  window: ChartWindow;
  size: ChartSize;
  geometry: Geometry;
  times: AxisTimes;
}

const PILL_HEIGHT = 16;

/** What follows the cursor on one chart: the line, the values' dots, the time, the span being drawn to zoom into. */
export function CursorLayer({ cursor, model, window, size, geometry, times }: CursorLayerProps) {
  const { at, brush } = useSyncExternalStore(cursor.subscribe, cursor.get);
  const { left, right, top, bottom, x, y } = geometry;
  if (at === null && brush === null) return null;
  const pillWidth = window.span.to - window.span.from > 86_400_000 ? 78 : 40;
  const center = at === null ? 0 : Math.min(Math.max(x(at), left + pillWidth / 2), right - pillWidth / 2);
  const label = at === null ? '' : pillWidth > 40 ? times.moment(at) : times.clock(at);
  return (
    <svg
      aria-hidden
      width={size.width}
      height={size.height}
      className="pointer-events-none absolute inset-0 overflow-visible text-[11px]"
    >
      {brush ? (
        <rect
          x={x(brush.from)}
          y={top}
          width={Math.max(1, x(brush.to) - x(brush.from))}
          height={bottom - top}
          fill="var(--color-accent-solid)"
          fillOpacity={0.18}
          stroke="var(--color-accent)"
        />
      ) : null}
      {at === null ? null : (
        <>
          <line x1={x(at)} x2={x(at)} y1={top} y2={bottom} stroke="var(--color-text)" />
          {model.lines.map((line) => {
            const value = valueAt(line, model.divisor, at);
            return value === null ? null : (
              <circle
                key={line.id}
                cx={x(at)}
                cy={y(value)}
                r={3.2}
                fill="var(--color-bg)"
                stroke={line.colour}
                strokeWidth={1.75}
              />
            );
          })}
          <rect
            x={center - pillWidth / 2}
            y={bottom + 4}
            width={pillWidth}
            height={PILL_HEIGHT}
            rx={3}
            fill="var(--color-bar)"
          />
          <text x={center} y={bottom + 16} textAnchor="middle" fontWeight={600} fill="var(--color-on-bar)">
            {label}
          </text>
        </>
      )}
    </svg>
  );
}
