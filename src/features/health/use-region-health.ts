import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import type { HealthStatus } from '@/domain/health';
import { COUNTED, type CountedHealth, type HealthTotals, healthTotals } from './health-totals';

/** The most the API gives a page. */
const PAGE_SIZE = 100;
const EVERY_MS = 60_000;

/** An instance that is not OK. */
export interface TroubledInstance {
  id: string;
  name: string;
  health: CountedHealth;
  /** Lifecycle state, as the API writes it. */
  state: string;
  zone: string;
}

/** How a region's instances are: how many have each value, and which are not OK, up to a hundred of each value. */
export function useRegionHealth(region: string) {
  const api = useApi();
  const total = useQuery({
    queryKey: keys.instances.list(region, { count: true }),
    queryFn: ({ signal }) =>
      api.ecs.describeInstances({ RegionId: region, PageNumber: 1, PageSize: 1 }, { signal }),
    select: (page) => page.totalCount,
    refetchInterval: EVERY_MS,
  });
  const pages = useQueries({
    queries: COUNTED.map((HealthStatus) => ({
      queryKey: keys.instances.health(region, ['of', HealthStatus]),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.ecs.describeInstancesFullStatus(
          { RegionId: region, HealthStatus, PageNumber: 1, PageSize: PAGE_SIZE },
          { signal },
        ),
      refetchInterval: EVERY_MS,
    })),
  });
  const counts = Object.fromEntries(
    COUNTED.map((health, index) => [health, pages[index]?.data?.totalCount]),
  ) as Record<CountedHealth, number | undefined>;
  const rows = COUNTED.flatMap((health, index) =>
    (pages[index]?.data?.items ?? []).map(({ InstanceId, Status }) => ({
      id: InstanceId,
      health,
      state: Status,
    })),
  );
  const ids = rows.map(({ id }) => id).toSorted();
  const named = useQuery({
    queryKey: keys.instances.list(region, { named: ids }),
    queryFn: async ({ signal }) => {
      const found = new Map<string, Instance>();
      for (let start = 0; start < ids.length; start += PAGE_SIZE) {
        const InstanceIds = ids.slice(start, start + PAGE_SIZE);
        const page = await api.ecs.describeInstances({ RegionId: region, InstanceIds }, { signal });
        for (const instance of page.items) found.set(instance.InstanceId, instance);
      }
      return found;
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    staleTime: EVERY_MS,
  });
  const instances = rows.map(({ id, health, state }): TroubledInstance => {
    const instance = named.data?.get(id);
    return { id, health, state, name: instance?.InstanceName || id, zone: instance?.ZoneId ?? '' };
  });
  const all = [total, ...pages];
  const totals: HealthTotals = healthTotals(total.data, counts);
  const failed = new Map<HealthStatus, () => void>(
    COUNTED.flatMap((health, index) => {
      const page = pages[index];
      return page?.isError && !page.data ? [[health, () => void page.refetch()] as const] : [];
    }),
  );
  return {
    total: total.data,
    totals,
    instances,
    /** The values that could not be counted, and how to try again. */
    failed,
    error: all.find(({ isError }) => isError)?.error ?? null,
    isFailed: all.every(({ data, isError }) => data === undefined && isError),
    isPending: pages.some(({ isPending }) => isPending) || total.isPending,
    isReading: all.some(({ isFetching }) => isFetching),
    readAt: Math.max(0, ...all.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    refresh: () => all.forEach((query) => void query.refetch()),
  };
}
