import type { UseQueryResult } from '@tanstack/react-query';
import type { Quantity } from '@/domain/monitor-units';
import type { ChartWindow } from '../data/chart-window';
import type { ChartAlarm, ChartThreshold } from './AlarmLayer';
import type { LineSource } from './chart-line';

/** All that a chart, its row of figures, its table and its export need to know. */
export interface ChartData {
  id: string;
  title: string;
  /** Stands after the unit, e.g. where the values come from. */
  note?: string | undefined;
  quantity: Quantity;
  /** The end of a scale with an end of its own, such as 100 %; else 0. */
  atLeast: number;
  /** A value that is not passed, in the quantity's base unit, e.g. a bandwidth; drawn where the axis reaches it. */
  limit?: { value: number; label: string } | undefined;
  /** Of rules that watch it; the axis reaches them. */
  thresholds?: readonly ChartThreshold[] | undefined;
  /** When such a rule fires, or would have. */
  alarms?: readonly ChartAlarm[] | undefined;
  /** Something to do about what it shows, e.g. to watch it; a link behind the unit. */
  action?: { to: string; label: string } | undefined;
  /** The page's axis, but for things with periods of their own. */
  window: ChartWindow;
  /** Empty until the first answer. */
  sources: readonly LineSource[];
  state: 'loading' | 'ready' | 'failed';
  /** What went wrong last; values of before may be there all the same. */
  error: unknown;
  isReading: boolean;
  /** Epoch ms of the last good answer; 0 before. */
  readAt: number;
  retry(): void;
}

/** The state of a chart from that of what is read for it. Values that are there are shown, whatever came after them. */
export function readState(
  query: Pick<UseQueryResult, 'data' | 'error' | 'isError' | 'isFetching' | 'dataUpdatedAt' | 'refetch'>,
): Pick<ChartData, 'state' | 'error' | 'isReading' | 'readAt' | 'retry'> {
  return {
    state: query.data === undefined ? (query.isError ? 'failed' : 'loading') : 'ready',
    error: query.error,
    isReading: query.isFetching,
    readAt: query.dataUpdatedAt,
    retry: () => void query.refetch(),
  };
}
