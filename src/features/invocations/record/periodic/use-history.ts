import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Invocation } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import { isFinal } from '@/domain/invocation-status';
import { isUnderWay } from '@/features/cloud-assistant';
import { nextFireOf } from '@/features/schedules';
import { firesOf, runOfResult } from './fires';

/** The most the API gives a page (contract 5, DescribeInvocationResults). */
const PAGE_SIZE = 50;
const RUNNING_MS = 3_000;
const LONGEST_MS = 60_000;
/** Records show up a moment after their fire. */
const SETTLE_MS = 1_500;

/** The records of a periodic run, newest first, page by page; read anew while one runs and after each fire. */
export function useHistory(region: string, invocation: Invocation) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: keys.invocations.results(region, invocation.InvokeId, { history: true }),
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      api.ecs.describeInvocationResults(
        {
          RegionId: region,
          InvokeId: invocation.InvokeId,
          IncludeHistory: true,
          PageNumber: pageParam,
          PageSize: PAGE_SIZE,
        },
        { signal },
      ),
    getNextPageParam: (last, pages) =>
      last.items.length > 0 && pages.length * PAGE_SIZE < last.totalCount ? pages.length + 1 : null,
    refetchInterval: ({ state: { data } }) => {
      const rows = data?.pages.flatMap((page) => page.items) ?? [];
      if (rows.some((row) => !isFinal(runOfResult(row).outcome))) return RUNNING_MS;
      if (!isUnderWay(invocation)) return false;
      const now = Date.now();
      const next = nextFireOf(invocation, now);
      return next === null ? LONGEST_MS : Math.min(LONGEST_MS, next - now + SETTLE_MS);
    },
  });
  const fires = useMemo(() => firesOf(query.data?.pages.flatMap((page) => page.items) ?? []), [query.data]);
  return { query, fires, total: query.data?.pages.at(-1)?.totalCount ?? 0 };
}
