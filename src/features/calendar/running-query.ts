import { queryOptions } from '@tanstack/react-query';
import type { Api } from '@/api/api';
import type { Invocation } from '@/api/ecs/invocations';
import { createGate } from '@/api/gate';
import { keys } from '@/api/query-keys';

/** The most the API gives a page (contract 5, DescribeInvocations). */
const PAGE_SIZE = 50;
/** Stops a server that never stops giving pages. */
const MOST_PAGES = 20;
const BUSY_MS = 15_000;
const CALM_MS = 60_000;
/** Calls to the regions under way at once. */
const gate = createGate(3);

/** The runs of a region that are under way, schedules aside; read more often while there are any. */
export function runningQuery(api: Api, region: string) {
  return queryOptions({
    queryKey: keys.invocations.list(region, { Timed: false, InvokeStatus: 'Running', all: true }),
    queryFn: ({ signal }) => gate(() => readRunning(api, region, signal)),
    refetchInterval: ({ state }) => (state.data?.length ? BUSY_MS : CALM_MS),
  });
}

async function readRunning(api: Api, region: string, signal: AbortSignal): Promise<Invocation[]> {
  const found = new Map<string, Invocation>();
  for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
    const request = {
      RegionId: region,
      InvokeStatus: 'Running',
      Timed: false,
      PageNumber,
      PageSize: PAGE_SIZE,
    };
    const page = await api.ecs.describeInvocations(request, { signal });
    for (const invocation of page.items) found.set(invocation.InvokeId, invocation);
    if (page.items.length < PAGE_SIZE || found.size >= page.totalCount) break;
  }
  return [...found.values()].filter(({ Frequency }) => Frequency === '');
}
