import type { ReactNode, Ref } from 'react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { TimeSpan } from '@/domain/monitor-period';
import type { TrafficUnit } from '@/domain/monitor-units';
import { type Board, BoardContext } from './board-context';
import type { ChartMarks } from './chart-marks';
import { createCursorStore } from './cursor-store';
import { useAxisTimes } from './use-axis-times';
import { useMeasuredWidth } from './use-measured-width';

export interface ChartBoardProps {
  label: string;
  traffic: TrafficUnit;
  marks: ChartMarks;
  onZoom(span: TimeSpan): void;
  /** Charts side by side in a wide window. */
  columns?: 1 | 3 | undefined;
  /** Pixels. */
  height?: number | undefined;
  ref?: Ref<HTMLDivElement> | undefined;
  children: ReactNode;
}

const GAP = 28;
const HEIGHT = 168;
/** A chart narrower than this says little. */
const NARROWEST = 260;

/** Charts with one time axis and one cursor. */
export function ChartBoard({
  label,
  traffic,
  marks,
  onZoom,
  columns = 3,
  height = HEIGHT,
  ref,
  children,
}: ChartBoardProps) {
  const [cursor] = useState(createCursorStore);
  const times = useAxisTimes();
  const [box, width] = useMeasuredWidth();
  const beside = Math.max(1, Math.min(columns, Math.floor((width + GAP) / (NARROWEST + GAP))));
  const chartWidth = Math.floor((width - GAP * (beside - 1)) / beside);
  // They are on every chart, and may come when the browser has time.
  const drawnMarks = useDeferredValue(marks);
  const board = useMemo<Board>(
    () => ({
      cursor,
      times,
      traffic,
      marks: drawnMarks,
      zoomIn: onZoom,
      size: { width: chartWidth, height },
    }),
    [chartWidth, cursor, drawnMarks, height, onZoom, times, traffic],
  );
  return (
    <BoardContext value={board}>
      <div ref={box}>
        <div
          ref={ref}
          role="group"
          aria-label={label}
          className="grid items-start gap-x-7 gap-y-5"
          style={{ gridTemplateColumns: `repeat(${beside}, minmax(0, 1fr))` }}
        >
          {children}
        </div>
      </div>
    </BoardContext>
  );
}
