import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { CMS_PERIODS } from '@/domain/monitor-period';
import type { Quantity } from '@/domain/monitor-units';
import type { LineSource } from '../chart/chart-line';
import { type ChartData, readState } from '../chart/chart-data';
import { type ChartWindow, windowWith } from '../data/chart-window';
import { hostReading } from '../data/readings';
import { useSameList } from '../data/use-same-list';
import { linesByDimension } from './host-lines';
import { usePlugIn } from './plug-in';

/** What the plug-in of CloudMonitor measures inside the system (contract 9.1). */
export const HOST_CHARTS = [
  { id: 'memory', quantity: 'percent', metrics: ['memory_usedutilization'], dimension: null },
  { id: 'load', quantity: 'number', metrics: ['load_1m', 'load_5m', 'load_15m'], dimension: null },
  { id: 'diskUse', quantity: 'percent', metrics: ['diskusage_utilization'], dimension: 'device' },
  { id: 'processes', quantity: 'number', metrics: ['process.number'], dimension: 'processName' },
  { id: 'connections', quantity: 'number', metrics: ['net_tcpconnection'], dimension: 'state' },
] as const satisfies readonly {
  id: string;
  quantity: Quantity;
  metrics: readonly string[];
  dimension: string | null;
}[];

const METRICS = HOST_CHARTS.flatMap(({ metrics }) => [...metrics]);

export interface HostCharts {
  /** Empty without a plug-in. */
  charts: ChartData[];
  plugIn: ReturnType<typeof usePlugIn>;
}

/** The charts of the plug-in's metrics; each of them may fail alone. */
export function useHostCharts(region: string, instanceId: string, window: ChartWindow): HostCharts {
  const { t } = useTranslation('monitoring');
  const api = useApi();
  const plugIn = usePlugIn(region, instanceId);
  const isRunning = plugIn.data?.state === 'running';
  const hostWindow = useMemo(() => windowWith(window, CMS_PERIODS), [window]);
  const readings = useQueries({
    queries: METRICS.map((metric) => ({
      ...hostReading(api, region, instanceId, metric, hostWindow),
      enabled: isRunning,
    })),
  });
  const readingOf = (metric: string) => readings[(METRICS as readonly string[]).indexOf(metric)]!;
  const answers = useSameList(readings.map(({ data }) => data));
  const sources = useMemo(
    () =>
      HOST_CHARTS.map(({ metrics, dimension }): LineSource[] =>
        metrics.flatMap((metric) => {
          const points = answers[(METRICS as readonly string[]).indexOf(metric)];
          if (!points) return [];
          if (dimension) return linesByDimension(points, dimension);
          const samples = points.map((point) => ({ at: point.at, value: point.Average }));
          return [{ id: metric.replace('.', ' '), label: t(`host.line.${metric as 'load_1m'}`), samples }];
        }),
      ),
    [answers, t],
  );
  const charts = !isRunning
    ? []
    : HOST_CHARTS.map(({ id, quantity, metrics }, index): ChartData => {
        const parts = metrics.map(readingOf);
        // Of several parts the worst tells how the chart fares; a part that came is drawn all the same.
        const failed = parts.find(({ data, isError }) => data === undefined && isError);
        const ready = parts.find(({ data }) => data !== undefined);
        const shown = parts.find(({ isError }) => isError) ?? parts[0]!;
        return {
          id,
          title: t(`metric.${id}`),
          note:
            hostWindow.periodSeconds === window.periodSeconds
              ? undefined
              : t('chart.ownPeriod', { period: hostWindow.periodSeconds }),
          quantity,
          atLeast: quantity === 'percent' ? 100 : 0,
          window: hostWindow,
          sources: sources[index]!,
          ...readState(shown),
          state: ready ? 'ready' : failed ? 'failed' : 'loading',
          isReading: parts.some(({ isFetching }) => isFetching),
          retry: () => parts.forEach((part) => void part.refetch()),
        };
      });
  return { charts, plugIn };
}
