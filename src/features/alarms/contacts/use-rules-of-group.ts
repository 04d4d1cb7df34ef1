import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { EventRule } from '@/domain/event-rule';
import { keys } from '@/api/query-keys';
import { useEventRules, useTargetsOf } from '../event-rules/queries';

const NO_RULES: readonly EventRule[] = [];

export interface RulesOfGroup {
  eventRules: readonly string[];
  metricRules: readonly { id: string; name: string }[];
  /** Something is still being read. */
  isReading: boolean;
  /** Something could not be read: there may be more. */
  isPartial: boolean;
}

/** The rules that tell a contact group. */
export function useRulesOfGroup(region: string, group: string): RulesOfGroup {
  const api = useApi();
  const events = useEventRules(region);
  const rules = events.data ?? NO_RULES;
  const targets = useTargetsOf(region, rules);
  const metrics = useQuery({
    queryKey: keys.metricRules.list(region, { all: true }),
    queryFn: ({ signal }) => api.cms.describeMetricRuleListAll({ RegionId: region }, { signal }),
  });
  return {
    eventRules: rules.flatMap(({ name }) =>
      targets.get(name)?.contacts.some((contact) => contact.group === group) ? [name] : [],
    ),
    metricRules: (metrics.data ?? []).flatMap(({ RuleId, RuleName, ContactGroups }) =>
      ContactGroups.includes(group) ? [{ id: RuleId, name: RuleName || RuleId }] : [],
    ),
    isReading: events.isPending || metrics.isPending || rules.some(({ name }) => !targets.has(name)),
    isPartial: events.isError || metrics.isError || rules.some(({ name }) => targets.get(name) === null),
  };
}
