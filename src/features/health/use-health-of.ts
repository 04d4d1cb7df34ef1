import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';

const EVERY_MS = 60_000;

/**
 * The health of a few instances as the API writes it, by ID; null for one the service does not know. Undefined while it is
 * not known of any.
 * @param ids at most a hundred: one call names no more
 */
export function useHealthOf(
  region: string,
  ids: readonly string[],
): ReadonlyMap<string, string | null> | undefined {
  const api = useApi();
  return useQuery({
    queryKey: keys.instances.health(region, ['named', ...ids]),
    queryFn: async ({ signal }) => {
      const { items } = await api.ecs.describeInstancesFullStatus(
        { RegionId: region, InstanceId: ids, PageSize: ids.length },
        { signal },
      );
      const told = new Map(items.map(({ InstanceId, HealthStatus }) => [InstanceId, HealthStatus]));
      return new Map(ids.map((id) => [id, told.get(id) ?? null]));
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  }).data;
}
