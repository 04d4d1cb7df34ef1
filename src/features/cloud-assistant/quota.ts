import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { parseWireTime } from '@/api/wire-times';
import { countRunsSince, dayStart, RUNS_PAGE_SIZE } from './count-runs';

/** A quota of the region. A figure is null while it is not known: still being read, or not told by the service. */
export interface Quota {
  used: number | null;
  limit: number | null;
  /** The calls behind the figures, for pages that tell how they fared. */
  reads: readonly UseQueryResult[];
}

const MINUTE = 60_000;

/** Commands kept in the region and the most the account may keep (manual 1.1; contract 6, DescribeAccountAttributes). */
export function useCommandQuota(region: string): Quota {
  const api = useApi();
  const used = useQuery({
    queryKey: keys.commands.list(region, { count: true }),
    queryFn: ({ signal }) =>
      api.ecs.describeCommands({ RegionId: region, PageNumber: 1, PageSize: 1 }, { signal }),
    select: (page) => page.totalCount,
  });
  const account = useAccountQuotas(region);
  return { used: used.data ?? null, limit: account.data?.commandQuota ?? null, reads: [used, account] };
}

/**
 * Runs started in the region since 00:00 UTC and the most the account may start a day. The service does not say how many
 * were used, so they are counted from the execution records, at most once a minute. Starting a run re-counts when it
 * invalidates the region's invocations.
 */
export function useRunQuota(region: string): Quota {
  const api = useApi();
  const used = useQuery({
    queryKey: keys.invocations.list(region, { startedToday: true }),
    staleTime: MINUTE,
    queryFn: ({ signal }) =>
      countRunsSince(dayStart(Date.now()), async (pageNumber) => {
        const request = { RegionId: region, PageNumber: pageNumber, PageSize: RUNS_PAGE_SIZE };
        const page = await api.ecs.describeInvocations(request, { signal });
        return {
          createdAt: page.items.map(({ CreationTime }) => parseWireTime(CreationTime)),
          total: page.totalCount,
        };
      }),
  });
  const account = useAccountQuotas(region);
  return {
    used: used.data ?? null,
    limit: account.data?.dailyInvocationQuota ?? null,
    reads: [used, account],
  };
}

function useAccountQuotas(region: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.account.attributes(region),
    staleTime: 10 * MINUTE,
    queryFn: ({ signal }) =>
      api.ecs.describeAccountAttributes(
        { RegionId: region, AttributeName: ['max-axt-command-count', 'max-axt-invocation-daily'] },
        { signal },
      ),
  });
}
