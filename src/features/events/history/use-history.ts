import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import { emptyPage, type Page } from '@/api/decode';
import type { SystemEvent } from '@/api/ecs/system-events';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import { isFinalEventState } from '@/domain/system-events';
import { usePendingEvents } from '../queries';
import { type HistoryFilters, historyRequest, searchKind } from './history-filters';

const BUSY_MS = 15_000;

/** One page of the region's events, newest first, as the server pages them; read again while one is not over. */
export function useHistory(region: string, filters: HistoryFilters) {
  const api = useApi();
  const inquiring = useInquiring(region);
  return useQuery({
    queryKey: keys.events.list(region, { ...filters, inquiring }),
    queryFn: ({ signal }) => readHistory(api, region, filters, inquiring, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.status !== 'error' &&
      state.data?.items.some(({ EventCycleStatus }) => !isFinalEventState(EventCycleStatus))
        ? BUSY_MS
        : false,
  });
}

/** Whether an event of the region waits for consent: then its server knows that state, which older ones refuse. */
export function useInquiring(region: string): boolean {
  const { data } = usePendingEvents(region);
  return data?.some(({ EventCycleStatus }) => EventCycleStatus === 'Inquiring') ?? false;
}

/** @throws ApiError */
export async function readHistory(
  api: Api,
  region: string,
  filters: HistoryFilters,
  inquiring: boolean,
  signal: AbortSignal,
): Promise<Page<SystemEvent>> {
  const text = filters.search.trim();
  const kind = searchKind(text);
  let instanceId = kind === 'instance' ? text : null;
  if (kind === 'name') {
    const found = await api.ecs.describeInstances(
      { RegionId: region, InstanceName: text, PageNumber: 1, PageSize: 1 },
      { signal },
    );
    instanceId = found.items[0]?.InstanceId ?? null;
    if (instanceId === null) return emptyPage();
  }
  return api.ecs.describeInstanceHistoryEvents(
    historyRequest(region, filters, instanceId, inquiring, serverNow()),
    { signal },
  );
}
