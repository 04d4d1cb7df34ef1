import { useMemo } from 'react';
import { listState, type ListState } from '@/ui/list-state';
import { type EventItem, eventItems } from '../event-item';
import { type HistoryFilters, isHistoryFiltered } from './history-filters';
import { useHistory } from './use-history';

const NONE: readonly EventItem[] = [];

/** Past and present events as a list shows them. */
export interface EventList {
  query: ReturnType<typeof useHistory>;
  /** Of the page that is shown. */
  items: readonly EventItem[];
  /** On all pages. */
  total: number;
  isFiltered: boolean;
  state: ListState;
}

/**
 * The events that the filters leave: of the region, or of one instance.
 * @param instanceId takes the place of what the filters search for
 */
export function useEventList(region: string, filters: HistoryFilters, instanceId?: string): EventList {
  const query = useHistory(region, instanceId === undefined ? filters : { ...filters, search: instanceId });
  const { data } = query;
  const items = useMemo(() => (data ? eventItems(region, data.items) : NONE), [data, region]);
  const total = data?.totalCount ?? 0;
  const isFiltered = isHistoryFiltered(filters);
  const state = listState({
    isPending: query.isPending,
    isRead: data !== undefined,
    count: total,
    isFiltered,
  });
  return { query, items, total, isFiltered, state };
}
