import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import { monitorGate } from '../data/gate';
import { type FleetInstance, fleetInstance } from './fleet-instance';
import { FLEET_METRICS, type FleetMetric } from './fleet-metrics';

/** The most the API gives a page. */
const PAGE_SIZE = 100;
/** Instances the region's page draws: more are no picture any more, and nobody loads a whole fleet to look at it. */
export const MOST_DRAWN = 1000;
/** Instances one question for metrics may name (contract 9.1). */
const MOST_ASKED = 50;
const MINUTE = 60_000;

interface Fleet {
  instances: Instance[];
  /** Of the region, drawn or not. */
  total: number;
}

/** The region's newest instances, up to a thousand. */
function useInstances(region: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.monitoring.fleet(region),
    queryFn: async ({ signal }): Promise<Fleet> => {
      const page = (PageNumber: number) =>
        monitorGate(
          () => api.ecs.describeInstances({ RegionId: region, PageNumber, PageSize: PAGE_SIZE }, { signal }),
          signal,
        );
      const first = await page(1);
      const drawn = Math.min(first.totalCount, MOST_DRAWN);
      const others = Array.from({ length: Math.ceil(drawn / PAGE_SIZE) - 1 }, (_, index) => index + 2);
      const pages = [first, ...(await Promise.all(others.map(page)))];
      // An instance made meanwhile pushes another one onto two pages.
      const instances = new Map(pages.flatMap(({ items }) => items.map((item) => [item.InstanceId, item])));
      return { instances: [...instances.values()].slice(0, MOST_DRAWN), total: first.totalCount };
    },
    staleTime: MINUTE,
    refetchInterval: 5 * MINUTE,
  });
}

/** The health of instances as the API writes it, by ID. */
async function readHealth(api: Api, region: string, ids: readonly string[], signal: AbortSignal) {
  const answers = await Promise.all(
    chunks(ids, PAGE_SIZE).map((InstanceId) =>
      monitorGate(
        () => api.ecs.describeInstancesFullStatus({ RegionId: region, InstanceId }, { signal }),
        signal,
      ),
    ),
  );
  return new Map(
    answers.flatMap(({ items }) => items.map((row) => [row.InstanceId, row.HealthStatus] as const)),
  );
}

/** The newest value of a figure by instance ID; instances that have been silent are not in it. */
async function readFigure(
  api: Api,
  region: string,
  metrics: readonly string[],
  ids: readonly string[],
  signal: AbortSignal,
) {
  const questions = metrics.flatMap((MetricName) =>
    chunks(ids, MOST_ASKED).map((some) => ({
      RegionId: region,
      MetricName,
      Dimensions: some.map((instanceId) => ({ instanceId })),
    })),
  );
  const answers = await Promise.all(
    questions.map((question) => monitorGate(() => api.cms.describeMetricLast(question, { signal }), signal)),
  );
  const figure = new Map<string, number>();
  for (const { instanceId, Average } of answers.flatMap(({ points }) => points)) {
    if (Average !== undefined && Average >= 0)
      figure.set(instanceId, (figure.get(instanceId) ?? 0) + Average);
  }
  return figure;
}

export type Figure = ReadonlyMap<string, number>;

const EVERYTHING: readonly (FleetMetric | 'health')[] = ['health', ...FLEET_METRICS.map(({ id }) => id)];

/**
 * The instances of a region with their health and what they do now.
 * @param wanted what is asked for besides the instances: a call for each fifty or hundred of them
 */
export function useFleet(region: string, wanted = EVERYTHING) {
  const api = useApi();
  const fleet = useInstances(region);
  const read = fleet.data?.instances;
  // Running ones only: the others measure nothing.
  const running = useMemo(
    () => (read ?? []).filter(({ Status }) => Status === 'Running').map(({ InstanceId }) => InstanceId),
    [read],
  );
  const all = useMemo(() => (read ?? []).map(({ InstanceId }) => InstanceId), [read]);
  // A large fleet takes many calls: it is asked less often.
  const pace = MINUTE * Math.max(1, Math.ceil(running.length / 250));
  const health = useQuery({
    queryKey: [...keys.monitoring.last(region, 'health'), fleet.dataUpdatedAt],
    queryFn: ({ signal }) => readHealth(api, region, all, signal),
    enabled: fleet.isSuccess && wanted.includes('health'),
    placeholderData: keepPreviousData,
    refetchInterval: pace,
  });
  const figures = useQueries({
    queries: FLEET_METRICS.map(({ id, metrics }) => ({
      queryKey: [...keys.monitoring.last(region, id), fleet.dataUpdatedAt],
      queryFn: ({ signal }: { signal: AbortSignal }): Promise<Figure> =>
        readFigure(api, region, metrics, running, signal),
      enabled: fleet.isSuccess && wanted.includes(id),
      placeholderData: keepPreviousData,
      refetchInterval: pace,
    })),
  });
  const instances = useMemo(
    () => (read ?? []).map((instance): FleetInstance => fleetInstance(instance, health.data)),
    [health.data, read],
  );
  const figureOf = (id: FleetMetric) => figures[FLEET_METRICS.findIndex((metric) => metric.id === id)]!;
  return { fleet, instances, health, figureOf };
}

export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
