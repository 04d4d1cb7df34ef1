import { queryOptions, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import type { Invocation } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import { isFinal } from '@/domain/invocation-status';
import { activeSchedules } from './active-schedule';

/** The most the API gives a page (contract 5, DescribeInvocations). */
const PAGE_SIZE = 50;
/** No account keeps a thousand schedules; stops a server that never stops giving pages. */
const MOST_PAGES = 20;
const LONGEST_MS = 60_000;
/** Results show up a moment after their fire; runs under way are looked at this often. */
const SETTLE_MS = 3_000;

/** Every periodic run of the region that may still fire (D7); read anew after each fire, and once a minute. */
export function useSchedules(region: string) {
  return useQuery(schedulesQuery(useApi(), region));
}

/** The same for pages that ask several regions. */
export function schedulesQuery(api: Api, region: string) {
  return queryOptions({
    queryKey: keys.invocations.list(region, { Timed: true, all: true }),
    queryFn: ({ signal }) => readAll(api, region, signal),
    refetchInterval: ({ state }) => {
      if (state.status === 'error') return LONGEST_MS;
      const now = Date.now();
      const schedules = activeSchedules(state.data ?? [], now);
      if (schedules.some(({ last }) => last.some(({ outcome }) => !isFinal(outcome)))) return SETTLE_MS;
      const next = schedules[0]?.next;
      return Math.min(LONGEST_MS, next ? next - now + SETTLE_MS : LONGEST_MS);
    },
  });
}

async function readAll(api: Api, region: string, signal: AbortSignal): Promise<Invocation[]> {
  const found = new Map<string, Invocation>();
  for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
    const request = { RegionId: region, Timed: true, PageNumber, PageSize: PAGE_SIZE };
    const page = await api.ecs.describeInvocations(request, { signal });
    for (const invocation of page.items) found.set(invocation.InvokeId, invocation);
    if (page.items.length < PAGE_SIZE || found.size >= page.totalCount) break;
  }
  return [...found.values()];
}
