import { createContext, useContext } from 'react';
import type { TimeSpan } from '@/domain/monitor-period';
import type { TrafficUnit } from '@/domain/monitor-units';
import type { ChartMarks } from './chart-marks';
import type { CursorStore } from './cursor-store';
import type { ChartSize } from './geometry';
import type { AxisTimes } from './use-axis-times';

/** What the charts of a page share. */
export interface Board {
  cursor: CursorStore;
  size: ChartSize;
  times: AxisTimes;
  traffic: TrafficUnit;
  marks: ChartMarks;
  zoomIn(span: TimeSpan): void;
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board) throw new Error('useBoard is for charts below ChartBoard');
  return board;
}
