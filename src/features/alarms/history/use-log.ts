import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import { type LogFilters, logSpan } from './history-filters';

const LIVE_MS = 60_000;

/** One page of what rules told, newest first; read again while the range goes up to now. */
export function useLog(region: string, filters: LogFilters) {
  const api = useApi();
  const { search, rule, level, event, sent, page, size } = filters;
  return useQuery({
    queryKey: keys.alertLog.list(region, filters),
    queryFn: ({ signal }) => {
      const { start, end } = logSpan(filters, serverNow());
      return api.cms.describeAlertLogList(
        {
          RegionId: region,
          StartTime: start,
          EndTime: end,
          PageNumber: page,
          PageSize: size,
          ...(rule ? { RuleId: rule } : {}),
          ...(level ? { Level: level } : {}),
          ...(event ? { EventType: event } : {}),
          ...(sent ? { SendStatus: sent } : {}),
          ...(search.trim() ? { SearchKey: search.trim() } : {}),
        },
        { signal },
      );
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { status } }) =>
      status === 'error' || filters.range === 'custom' ? false : LIVE_MS,
  });
}
