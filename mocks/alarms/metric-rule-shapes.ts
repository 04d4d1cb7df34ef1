import { ALARM_LEVELS, ALARM_OPERATORS, ALARM_STATISTICS, NO_DATA_POLICIES } from '@/domain/metric-alarm';
import type { AlarmTerms, DayWindow } from '@/domain/metric-alarm';
import type { MetricRuleSettings } from './metric-rule-changes';

/** Acts come from the journal, which older versions wrote and files bring: whether this can be understood as a rule. */
export function isMetricRuleSettings(value: unknown): value is MetricRuleSettings {
  if (!isRecord(value)) return false;
  const { resources, contactGroups, labels } = value;
  return (
    ['ruleId', 'ruleName', 'metricName', 'mailSubject', 'webhook'].every(
      (member) => typeof value[member] === 'string',
    ) &&
    (resources === null || (Array.isArray(resources) && resources.every(isRecord))) &&
    Array.isArray(contactGroups) &&
    Array.isArray(labels) &&
    isTerms(value['terms'])
  );
}

function isTerms(value: unknown): value is AlarmTerms {
  if (!isRecord(value) || !isRecord(value['levels'])) return false;
  const { levels, periodSeconds, silenceSeconds, noDataPolicy } = value;
  return (
    ALARM_LEVELS.every((level) => levels[level] === undefined || isCondition(levels[level])) &&
    ALARM_LEVELS.some((level) => levels[level] !== undefined) &&
    isPositive(periodSeconds) &&
    isPositive(silenceSeconds) &&
    isWindow(value['effective']) &&
    isWindow(value['ineffective']) &&
    NO_DATA_POLICIES.some((known) => known === noDataPolicy)
  );
}

function isCondition(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { statistic, operator, threshold, times } = value;
  return (
    ALARM_STATISTICS.some((known) => known === statistic) &&
    ALARM_OPERATORS.some((known) => known === operator) &&
    Number.isFinite(threshold) &&
    isPositive(times)
  );
}

function isWindow(value: unknown): value is DayWindow | null {
  return (
    value === null || (isRecord(value) && Number.isFinite(value['from']) && Number.isFinite(value['to']))
  );
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
