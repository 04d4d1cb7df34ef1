import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import type { OwnNames } from './engine';

/** The most instances DescribeInstances finds by ID in one call (contract 6). */
const IDS_PER_CALL = 100;

/**
 * What each instance may call itself in its output: ID, name and host name, for the mask. A released instance has its
 * ID only, and so do all when their names cannot be read. undefined while not known.
 */
export function useOwnNames(
  region: string,
  ids: readonly string[],
  enabled: boolean,
): NonNullable<OwnNames> | undefined {
  const api = useApi();
  const sorted = ids.toSorted();
  const { data, isError } = useQuery({
    queryKey: keys.instances.list(region, { ownNames: sorted }),
    enabled: enabled && sorted.length > 0,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const names: Record<string, string[]> = Object.fromEntries(sorted.map((id) => [id, [id]]));
      for (let from = 0; from < sorted.length; from += IDS_PER_CALL) {
        const InstanceIds = sorted.slice(from, from + IDS_PER_CALL);
        const page = await api.ecs.describeInstances(
          { RegionId: region, InstanceIds, PageSize: IDS_PER_CALL },
          { signal },
        );
        for (const { InstanceId, InstanceName, HostName } of page.items) {
          names[InstanceId]?.push(...[InstanceName, HostName].filter((name) => name !== ''));
        }
      }
      return names;
    },
  });
  const idsOnly = useMemo(() => Object.fromEntries(ids.map((id) => [id, [id]])), [ids]);
  return enabled ? (data ?? (isError ? idsOnly : undefined)) : undefined;
}
