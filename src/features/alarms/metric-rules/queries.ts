import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Api } from '@/api/api';
import { useApi } from '@/api/ApiContext';
import { LONGEST_LOG_SPAN_MS } from '@/api/cms/alert-log';
import type { MetricRule } from '@/api/cms/metric-rules';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import type { RuleFilters } from './rule-filters';

/** Values come every minute, and with them the rules' states. */
const STATE_MS = 60_000;
const MOST_LOGGED = 100;

/** One page of the account's rules, newest first; read again as values come in. */
export function useRuleList(region: string, filters: RuleFilters) {
  const api = useApi();
  const { search, metric, state, enabled, page, size } = filters;
  return useQuery({
    queryKey: keys.metricRules.list(region, filters),
    queryFn: ({ signal }) =>
      api.cms.describeMetricRuleList(
        {
          RegionId: region,
          ...(search.trim() ? { RuleName: search.trim() } : {}),
          ...(metric ? { MetricName: metric } : {}),
          ...(state ? { AlertState: state } : {}),
          ...(enabled === null ? {} : { EnableState: enabled }),
          Page: page,
          PageSize: size,
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { status } }) => (status === 'error' ? false : STATE_MS),
  });
}

/** How many rules are in alarm; undefined until known. */
export function useAlarmCount(region: string): number | undefined {
  const api = useApi();
  return useQuery({
    queryKey: keys.metricRules.list(region, { count: 'ALARM' }),
    queryFn: ({ signal }) =>
      api.cms.describeMetricRuleList(
        { RegionId: region, AlertState: 'ALARM', EnableState: true, Page: 1, PageSize: 1 },
        { signal },
      ),
    select: ({ totalCount }) => totalCount,
    refetchInterval: STATE_MS,
  }).data;
}

/** When rules fired last, as far as the log was read. Epoch ms. */
export interface LastFirings {
  byRule: ReadonlyMap<string, number>;
  /** A rule that is not among them has not fired since. */
  since: number;
}

/** When each of the rules fired last: the latest hundred alarms of 15 days. */
export function useLastFirings(region: string): LastFirings | undefined {
  const api = useApi();
  return useQuery({
    queryKey: keys.alertLog.list(region, { last: MOST_LOGGED }),
    queryFn: async ({ signal }): Promise<LastFirings> => {
      const EndTime = serverNow();
      const StartTime = EndTime - LONGEST_LOG_SPAN_MS;
      const { items, isLast } = await api.cms.describeAlertLogList(
        {
          RegionId: region,
          StartTime,
          EndTime,
          EventType: 'TRIGGERED',
          PageNumber: 1,
          PageSize: MOST_LOGGED,
        },
        { signal },
      );
      const byRule = new Map<string, number>();
      for (const { RuleId, AlertTime } of items) {
        if (AlertTime !== null && !byRule.has(RuleId)) byRule.set(RuleId, AlertTime);
      }
      return { byRule, since: isLast ? StartTime : (items.at(-1)?.AlertTime ?? EndTime) };
    },
    staleTime: STATE_MS,
    refetchInterval: STATE_MS,
  }).data;
}

/** One rule; null if the account has none of this ID. Rejects with ApiError. */
export async function readRule(
  api: Api,
  region: string,
  ruleId: string,
  signal?: AbortSignal,
): Promise<MetricRule | null> {
  const request = { RegionId: region, RuleIds: [ruleId], Page: 1, PageSize: 1 };
  const { items } = await api.cms.describeMetricRuleList(request, signal && { signal });
  return items.find(({ RuleId }) => RuleId === ruleId) ?? null;
}

/** One rule, read again as values come in; null if the account has none of this ID. */
export function useRule(region: string, ruleId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.metricRules.detail(region, ruleId),
    queryFn: ({ signal }) => readRule(api, region, ruleId, signal),
    refetchInterval: ({ state: { status } }) => (status === 'error' ? false : STATE_MS),
  });
}

/** What the rules, and what they told, need to be read anew after a change. */
export function useRereadRules(region: string): () => void {
  const cache = useQueryClient();
  return useCallback(() => {
    void cache.invalidateQueries({ queryKey: keys.metricRules.all(region) });
    void cache.invalidateQueries({ queryKey: keys.alertLog.all(region) });
  }, [cache, region]);
}

/** What the region calls instances, by ID; those that it does not have are missing. At most 50. */
export function useInstanceNames(region: string, ids: readonly string[]) {
  const api = useApi();
  return useQuery({
    queryKey: keys.instances.list(region, { named: ids }),
    queryFn: async ({ signal }) => {
      const page = await api.ecs.describeInstances({ RegionId: region, InstanceIds: ids }, { signal });
      return new Map(
        page.items.map(({ InstanceId, InstanceName }) => [InstanceId, InstanceName || InstanceId]),
      );
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** Some of the region's instances, to try a rule on that watches all of them. */
export function useSomeInstances(region: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: keys.instances.list(region, { toTry: true }),
    queryFn: ({ signal }) =>
      api.ecs.describeInstances(
        { RegionId: region, Status: 'Running', PageNumber: 1, PageSize: 20 },
        { signal },
      ),
    select: ({ items }) =>
      items.map(({ InstanceId, InstanceName }) => ({
        instanceId: InstanceId,
        name: InstanceName || InstanceId,
      })),
    enabled,
  });
}
