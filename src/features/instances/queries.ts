import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import type { Instance } from '@/api/ecs/instances';
import { pollWhile } from '@/api/polling';
import { keys } from '@/api/query-keys';
import { useWireLanguage } from '@/api/wire-language';
import { useLastRuns } from '@/features/invocations';
import { useNow } from '@/ui/use-now';
import { useRestartAskedAt } from './asked/asked-store';
import { isChanging } from './asked/changing';
import { fetchAgents } from './eligibility';

const ONE_ROW = { PageNumber: 1, PageSize: 1 } as const;
/** A heartbeat comes about this often (contract 5). */
const HEARTBEAT_MS = 60_000;
const FACTS_STALE_MS = 30_000;
const SLOWLY_CHANGING_MS = 5 * 60_000;

/** How many instances the region has, read from a page of one row; undefined until known. */
export function useInstanceCount(region: string, Status?: 'Running'): number | undefined {
  const api = useApi();
  return useQuery({
    queryKey: keys.instances.list(region, { count: Status ?? true }),
    queryFn: ({ signal }) =>
      api.ecs.describeInstances({ RegionId: region, ...(Status ? { Status } : {}), ...ONE_ROW }, { signal }),
    select: (page) => page.totalCount,
    staleTime: FACTS_STALE_MS,
  }).data;
}

/** How many instances of the region have a health, read from a page of one row; undefined until known. */
export function useHealthCount(region: string, HealthStatus: 'Impaired' | 'Warning'): number | undefined {
  const api = useApi();
  return useQuery({
    queryKey: keys.instances.list(region, { health: HealthStatus, count: true }),
    queryFn: ({ signal }) =>
      api.ecs.describeInstancesFullStatus({ RegionId: region, HealthStatus, ...ONE_ROW }, { signal }),
    select: (page) => page.totalCount,
    staleTime: FACTS_STALE_MS,
  }).data;
}

function followChanges(restartAskedAt: number | null, openedAt: number) {
  return pollWhile<Instance | null>(
    (instance) => instance !== null && isChanging(instance, restartAskedAt, Date.now()),
    Math.max(openedAt, restartAskedAt ?? 0),
  );
}

/**
 * One instance, followed while it changes its state; null if the region has none of this ID. What else is known about it is
 * read anew when the state changes.
 */
export function useInstance(region: string, instanceId: string) {
  const api = useApi();
  const cache = useQueryClient();
  const restartAskedAt = useRestartAskedAt(region, instanceId);
  const openedAt = useNow(null);
  const queryKey = keys.instances.detail(region, instanceId);
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const page = await api.ecs.describeInstances(
        { RegionId: region, InstanceIds: [instanceId] },
        { signal },
      );
      const instance = page.items.find((item) => item.InstanceId === instanceId) ?? null;
      const before = cache.getQueryData<Instance | null>(queryKey);
      if (before && before.Status !== instance?.Status) {
        void cache.invalidateQueries({ queryKey: keys.instances.everyAgent(region) });
        void cache.invalidateQueries({ queryKey: keys.instances.everyHealth(region) });
      }
      return instance;
    },
    refetchInterval: followChanges(restartAskedAt, openedAt),
  });
}

/** The health of at most 100 instances as the API writes it, by instance ID. */
export function healthQuery(api: Api, region: string, ids: readonly string[]) {
  return queryOptions({
    queryKey: keys.instances.health(region, ['each', ...ids]),
    queryFn: async ({ signal }) => {
      const page = await api.ecs.describeInstancesFullStatus(
        { RegionId: region, InstanceId: ids },
        { signal },
      );
      return new Map(page.items.map((row) => [row.InstanceId, row.HealthStatus]));
    },
    enabled: ids.length > 0,
    staleTime: FACTS_STALE_MS,
  });
}

/** The agents of any number of instances, by instance ID. */
export function agentsQuery(api: Api, region: string, ids: readonly string[]) {
  return queryOptions({
    queryKey: keys.instances.agents(region, ['each', ...ids]),
    queryFn: ({ signal }) => fetchAgents(api, region, ids, { signal }),
    enabled: ids.length > 0,
    staleTime: FACTS_STALE_MS,
  });
}

/** Health of one instance as the API writes it; null if it says nothing about it. */
export function useHealth(region: string, instanceId: string) {
  const api = useApi();
  return useQuery({
    ...healthQuery(api, region, [instanceId]),
    select: (health: Map<string, string>) => health.get(instanceId) || null,
  });
}

/** {@link agentsQuery}, re-read as heartbeats come in. */
export function useAgents(region: string, ids: readonly string[]) {
  const api = useApi();
  return useQuery({
    ...agentsQuery(api, region, ids),
    refetchInterval: (query) => (query.state.status === 'error' ? false : HEARTBEAT_MS),
  });
}

/** The zones of the region, named in the language of the page. */
export function useZones(region: string) {
  const api = useApi();
  const language = useWireLanguage();
  return useQuery({
    queryKey: keys.regions.zones(region, language),
    queryFn: ({ signal }) =>
      api.ecs.describeZones({ RegionId: region, AcceptLanguage: language }, { signal }),
    staleTime: 60 * 60_000,
  });
}

const TAGS_PER_PAGE = 100;
const MOST_TAG_PAGES = 5;

/** Keys and values of the tags on the region's instances; of a very long list the beginning. */
export function useTags(region: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.tags.list(region, { ResourceType: 'instance' }),
    queryFn: async ({ signal }) => {
      const request = { RegionId: region, ResourceType: 'instance', PageSize: TAGS_PER_PAGE };
      const tags: { TagKey: string; TagValue: string }[] = [];
      for (let PageNumber = 1; PageNumber <= MOST_TAG_PAGES; PageNumber++) {
        const page = await api.ecs.describeTags({ ...request, PageNumber }, { signal });
        tags.push(...page.items);
        if (page.items.length === 0 || tags.length >= page.totalCount) break;
      }
      return tags;
    },
    staleTime: SLOWLY_CHANGING_MS,
  });
}

/** A sample of the region's instances, to learn which systems are in use: no call lists them. */
export function useNewestInstances(region: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.instances.list(region, { newest: 100 }),
    queryFn: ({ signal }) =>
      api.ecs.describeInstances({ RegionId: region, PageNumber: 1, PageSize: 100 }, { signal }),
    select: (page) => page.items,
    staleTime: SLOWLY_CHANGING_MS,
  });
}

/** How many runs the overview of one instance shows. */
export const LAST_RUNS = 10;

/** The last runs on an instance; see `useLastRuns`. */
export function useRunsOn(region: string, instanceId: string) {
  return useLastRuns(region, { InstanceId: instanceId }, LAST_RUNS);
}
