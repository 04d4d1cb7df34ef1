import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { CmsEvent, CmsEventCount } from '@/api/cms/system-events';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import { type CmsEventFilters, eventRequest } from './event-filters';

/** How many events of each name the filters let through, whatever name is chosen. */
export function useEventCounts(region: string, filters: CmsEventFilters) {
  const api = useApi();
  const { name: _name, page: _page, size: _size, ...asked } = filters;
  return useQuery({
    queryKey: keys.cmsEvents.list(region, { counts: asked }),
    queryFn: ({ signal }) =>
      api.cms.describeSystemEventCount(eventRequest(region, filters, serverNow(), false), { signal }),
    placeholderData: keepPreviousData,
  });
}

/** One page of events, newest first. */
export function useEventPage(region: string, filters: CmsEventFilters) {
  const api = useApi();
  return useQuery({
    queryKey: keys.cmsEvents.list(region, { page: filters }),
    queryFn: ({ signal }) =>
      api.cms.describeSystemEventAttribute(
        {
          ...eventRequest(region, filters, serverNow()),
          PageNumber: filters.page,
          PageSize: filters.size,
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}

/**
 * How many events the filters let through: the counts' sum, since lists do not say (contract 9.6). Without counts what the
 * pages seen so far make certain, and one more if the last was full.
 */
export function totalOf(
  counts: readonly CmsEventCount[] | undefined,
  rows: readonly CmsEvent[],
  { name, page, size }: CmsEventFilters,
): number {
  const counted = counts
    ?.filter(({ Name }) => name === null || Name === name)
    .reduce((sum, { Num }) => sum + Num, 0);
  const seen = (page - 1) * size + rows.length;
  if (counted !== undefined && counted >= seen) return counted;
  return rows.length === size ? seen + 1 : seen;
}
