import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { keys } from '@/api/query-keys';
import { rangeProblem, type RangeProblem, type TimeSpan } from '@/domain/monitor-period';
import { useAddress } from '@/ui/use-address';
import { type ChartWindow, chartWindow, spanOf } from '../data/chart-window';
import { type ChartView, readView, writeView } from './view-address';
import { useMinute } from './use-minute';

/** The view of a page of charts and what changes it. */
export interface ChartViewState {
  view: ChartView;
  /** What the range comes to, epoch ms. */
  span: TimeSpan;
  /** Null when no values can be had for the range. */
  window: ChartWindow | null;
  problem: RangeProblem | null;
  /** The range moves on with the clock. */
  isLive: boolean;
  isPaused: boolean;
  /** Replaces the address: what is only looked at otherwise is no step to go back to. */
  change(change: Partial<ChartView>): void;
  /** A step to go back from. */
  zoomIn(span: TimeSpan): void;
  /** Null when there was no zooming in. */
  zoomOut: (() => void) | null;
  pause(isPaused: boolean): void;
  /** Reads everything anew, up to this minute. */
  refresh(): void;
}

const MINUTE = 60_000;
/** In the history's entry: the view before it was on the same page. */
const ZOOMED = 'zoomed';

/** @param periods what the service averages over, finest first, seconds */
export function useChartView(region: string, periods: readonly [number, ...number[]]): ChartViewState {
  const [params, changeAddress] = useAddress();
  const location = useLocation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const view = useMemo(() => readView(params), [params]);
  const [pausedAt, setPausedAt] = useState<number | null>(null);
  const isRecent = 'preset' in view.range;
  const [minute, readClock] = useMinute(isRecent && pausedAt === null);
  const now = pausedAt ?? minute;
  const span = useMemo(() => spanOf(view.range, now), [now, view.range]);
  const [window, problem] = useMemo(() => {
    const problem = rangeProblem(span, now);
    return [problem ? null : chartWindow(span, periods, view.period, now), problem] as const;
  }, [now, periods, span, view.period]);

  const change = useCallback(
    (change: Partial<ChartView>) => {
      // A range of another length has its own finest period.
      const period = change.range && !('period' in change) ? { period: null } : null;
      changeAddress((newest) => writeView(newest, { ...readView(newest), ...period, ...change }));
    },
    [changeAddress],
  );
  const zoomIn = useCallback(
    (span: TimeSpan) => {
      const whole = {
        from: Math.floor(span.from / MINUTE) * MINUTE,
        to: Math.ceil(span.to / MINUTE) * MINUTE,
      };
      changeAddress(
        (newest) => writeView(newest, { ...readView(newest), range: { span: whole }, period: null }),
        { push: true, state: { [ZOOMED]: true } },
      );
    },
    [changeAddress],
  );
  const isZoomed = (location.state as Record<string, unknown> | null)?.[ZOOMED] === true;

  return {
    view,
    span,
    window,
    problem,
    isLive: isRecent && pausedAt === null,
    isPaused: pausedAt !== null,
    change,
    zoomIn,
    zoomOut: isZoomed ? () => void navigate(-1) : null,
    pause: (isPaused) => setPausedAt(isPaused ? now : null),
    refresh: () => {
      setPausedAt(null);
      readClock();
      void cache.invalidateQueries({ queryKey: keys.monitoring.all(region) });
    },
  };
}
