import type { TimeSpan } from '@/domain/monitor-period';

/** Pixels around a chart's plot: the values' labels at the left, the times' below. */
export const INSET = { left: 36, right: 6, top: 8, bottom: 24 } as const;

/** Pixels of the strips by which bands of one time are told apart; the first two stand above the plot. */
export const LANE = { height: 3, pitch: 4 } as const;

/** Pixels from the chart's top to a lane's strip. */
export function laneTop(lane: number): number {
  return lane * LANE.pitch;
}

/** Pixels. */
export interface ChartSize {
  width: number;
  height: number;
}

/** Where times and values lie on a chart, in pixels from its top left corner. */
export interface Geometry {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x(at: number): number;
  y(value: number): number;
  /** The time at a distance from the left edge, inside of the span. */
  timeAt(x: number): number;
}

export function geometryOf({ width, height }: ChartSize, span: TimeSpan, largest: number): Geometry {
  const left = INSET.left;
  const right = Math.max(left + 1, width - INSET.right);
  const top = INSET.top;
  const bottom = height - INSET.bottom;
  const length = Math.max(1, span.to - span.from);
  return {
    left,
    right,
    top,
    bottom,
    x: (at) => left + ((at - span.from) / length) * (right - left),
    y: (value) => bottom - (value / largest) * (bottom - top),
    timeAt: (x) => span.from + Math.min(1, Math.max(0, (x - left) / (right - left))) * length,
  };
}
