import { useQueries } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { INSTANCE_STATES, type InstanceStateName } from '@/features/instance-context';
import type { Count } from './StatusRow';
import { type Reading, readingOf } from './reading';

const EVERY_MS = 60_000;

export interface StateCounts {
  /** Of all states together; for what waits for everything. */
  reading: Reading;
  counts: readonly (Count & { state: InstanceStateName })[];
}

/** How many of the region's instances are in each lifecycle state: a page of one row each, read for its total. */
export function useStates(region: string): StateCounts {
  const api = useApi();
  const pages = useQueries({
    queries: INSTANCE_STATES.map((Status) => ({
      queryKey: keys.instances.list(region, { count: true, Status }),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.ecs.describeInstances({ RegionId: region, Status, PageNumber: 1, PageSize: 1 }, { signal }),
      refetchInterval: EVERY_MS,
    })),
  });
  return {
    reading: readingOf(pages),
    counts: INSTANCE_STATES.map((state, index) => {
      const page = pages[index];
      const isLost = page !== undefined && page.isError && !page.data;
      return {
        state,
        count: page?.data?.totalCount,
        retry: isLost ? () => void page.refetch() : undefined,
      };
    }),
  };
}
