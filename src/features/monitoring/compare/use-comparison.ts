import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import type { Page } from '@/api/decode';
import type { Instance } from '@/api/ecs/instances';
import type { InstanceMetric } from '@/api/ecs/monitor';
import { keys } from '@/api/query-keys';
import type { ChartData } from '../chart/chart-data';
import type { ChartWindow } from '../data/chart-window';
import { instanceReading } from '../data/readings';
import { useSameList } from '../data/use-same-list';
import type { ComparedMetric } from './compare-address';

/** The names of instances, by ID; of one that is gone, none. */
export function useNames(region: string, ids: readonly string[]) {
  const api = useApi();
  return useQuery({
    queryKey: keys.instances.list(region, { named: ids }),
    queryFn: ({ signal }) => api.ecs.describeInstances({ RegionId: region, InstanceIds: ids }, { signal }),
    select: namesOf,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Outside of the hook: made anew with each render it would make the names anew too, and so on without end. */
const namesOf = (page: Page<Instance>) =>
  new Map(page.items.map(({ InstanceId, InstanceName }) => [InstanceId, InstanceName]));

/** An instance whose values could not be read. */
export interface FailedInstance {
  id: string;
  name: string;
  error: unknown;
  retry(): void;
}

/** One metric of several instances as one chart; an instance that fails leaves the others their lines. */
export function useComparison(
  region: string,
  ids: readonly string[],
  metric: ComparedMetric,
  window: ChartWindow,
): { chart: ChartData; failed: FailedInstance[] } {
  const { t } = useTranslation('monitoring');
  const api = useApi();
  const names = useNames(region, ids).data;
  const readings = useQueries({ queries: ids.map((id) => instanceReading(api, region, id, window)) });
  const answers = useSameList(readings.map(({ data }) => data));
  const compared = useSameList(ids);
  const nameOf = (id: string) => names?.get(id) || id;
  const sources = useMemo(
    () =>
      compared.map((id, index) => ({
        id,
        label: names?.get(id) || id,
        samples: (answers[index] ?? []).map((point) => ({
          at: point.at,
          value: point[metric.field as InstanceMetric],
        })),
      })),
    [answers, compared, metric.field, names],
  );
  const title = t(`metric.${metric.chart}`);
  const hasOne = readings.some(({ data }) => data !== undefined);
  const failed = readings.flatMap((reading, index) => {
    const id = ids[index]!;
    return reading.isError
      ? [{ id, name: nameOf(id), error: reading.error, retry: () => void reading.refetch() }]
      : [];
  });
  const chart: ChartData = {
    id: metric.id,
    title: metric.line === 'used' || metric.line === 'both' ? title : `${title}, ${t(`line.${metric.line}`)}`,
    note: metric.quantity === 'kilobits' ? t('chart.perPeriod', { period: window.periodSeconds }) : undefined,
    quantity: metric.quantity,
    atLeast: metric.quantity === 'percent' ? 100 : 0,
    window,
    sources,
    state: hasOne ? 'ready' : failed.length === ids.length ? 'failed' : 'loading',
    error: hasOne ? null : (failed[0]?.error ?? null),
    isReading: readings.some(({ isFetching }) => isFetching),
    readAt: Math.max(0, ...readings.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    retry: () => failed.forEach((one) => one.retry()),
  };
  return { chart, failed };
}
