import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { ALARM_LEVELS, isChangeOperator } from '@/domain/metric-alarm';
import { useTranslation } from '@/i18n/use-translation';
import type { ChartThreshold } from '../chart/AlarmLayer';
import type { ChartData } from '../chart/chart-data';
import { ALARM_METRIC_OF } from './alarm-metrics';

const TONES = { Critical: 'danger', Warn: 'warn', Info: 'info' } as const;
const MOST_RULES = 50;
const STALE_MS = 5 * 60_000;

/**
 * An instance's charts with the thresholds of the rules that watch it, and the way to make another rule. The lines come when
 * they are known; without them the charts are what they were.
 */
export function useAlarmLines(region: string, instanceId: string, charts: readonly ChartData[]): ChartData[] {
  const { t } = useTranslation('alarmRules');
  const api = useApi();
  const rules = useQuery({
    queryKey: keys.metricRules.list(region, { of: instanceId }),
    queryFn: ({ signal }) =>
      api.cms.describeMetricRuleList(
        {
          RegionId: region,
          Dimensions: [{ instanceId }],
          EnableState: true,
          Page: 1,
          PageSize: MOST_RULES,
        },
        { signal },
      ),
    staleTime: STALE_MS,
  });
  const { data } = rules;
  const lines = useMemo(() => {
    const byMetric = new Map<string, ChartThreshold[]>();
    for (const { RuleId, RuleName, MetricName, Escalations } of data?.items ?? []) {
      for (const level of ALARM_LEVELS) {
        const escalation = Escalations[level];
        const value = Number(escalation?.Threshold);
        if (!escalation || isChangeOperator(escalation.ComparisonOperator) || !Number.isFinite(value))
          continue;
        const line = {
          id: `${RuleId} ${level}`,
          value,
          label: t('create.line', { level: t(`level.${level}`), name: RuleName }),
          tone: TONES[level],
        };
        byMetric.set(MetricName, [...(byMetric.get(MetricName) ?? []), line]);
      }
    }
    return byMetric;
  }, [data, t]);
  return charts.map((chart) => {
    const watched = ALARM_METRIC_OF[chart.id];
    if (!watched) return chart;
    const query = new URLSearchParams({ metric: watched.metric, instance: instanceId });
    const to = `/${encodeURIComponent(region)}/alarms/rules/new?${query.toString()}`;
    const label = t('create.chart', { metric: chart.title });
    const thresholds = watched.isSame ? lines.get(watched.metric) : undefined;
    return { ...chart, action: { to, label }, ...(thresholds?.length ? { thresholds } : {}) };
  });
}
