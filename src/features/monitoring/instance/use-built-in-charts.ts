import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import type { Instance } from '@/api/ecs/instances';
import { saturationKilobits } from '@/domain/monitor-units';
import { type ChartData, readState } from '../chart/chart-data';
import type { ChartWindow } from '../data/chart-window';
import { instanceReading } from '../data/readings';
import { BUILT_IN, type BuiltInLine } from './built-in';

/** The charts every instance has. One reading serves them all. */
export function useBuiltInCharts(region: string, instance: Instance, window: ChartWindow): ChartData[] {
  const { t } = useTranslation('monitoring');
  const api = useApi();
  const bandwidth = instance.InternetMaxBandwidthOut;
  const limitOf = (megabits: number) => ({
    value: saturationKilobits(megabits),
    label: t('chart.limit', { number: megabits }),
  });
  const query = useQuery(instanceReading(api, region, instance.InstanceId, window));
  const { data } = query;
  const sources = useMemo(
    () =>
      BUILT_IN.map(({ lines }) =>
        Object.entries(lines).map(([id, metric]) => ({
          id,
          label: t(`line.${id as BuiltInLine}`),
          samples: (data ?? []).map((point) => ({ at: point.at, value: point[metric] })),
        })),
      ),
    [data, t],
  );
  return BUILT_IN.map(({ id, quantity }, index) => ({
    id,
    title: t(`metric.${id}`),
    note: quantity === 'kilobits' ? t('chart.perPeriod', { period: window.periodSeconds }) : undefined,
    quantity,
    atLeast: quantity === 'percent' ? 100 : 0,
    limit: id === 'internetBandwidth' && bandwidth > 0 ? limitOf(bandwidth) : undefined,
    window,
    sources: sources[index]!,
    ...readState(query),
  }));
}
