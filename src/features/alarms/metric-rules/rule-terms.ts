import type { Escalation, MetricRule } from '@/api/cms/metric-rules';
import {
  ALARM_LEVELS,
  ALARM_OPERATORS,
  ALARM_STATISTICS,
  DEFAULT_SILENCE_SECONDS,
  NO_DATA_POLICIES,
} from '@/domain/metric-alarm';
import type { AlarmCondition, AlarmLevel, AlarmTerms } from '@/domain/metric-alarm';
import { alarmMetric } from '@/domain/metric-alarm-metrics';
import { isWholeDay, parseDayWindow } from '@/domain/metric-alarm-window';

/** A level as the rules understand it; null for one that is newer than they are. */
export function conditionOf(escalation: Escalation): AlarmCondition | null {
  const statistic = ALARM_STATISTICS.find((known) => known === escalation.Statistics);
  const operator = ALARM_OPERATORS.find((known) => known === escalation.ComparisonOperator);
  const threshold = Number(escalation.Threshold);
  if (!statistic || !operator || escalation.Threshold.trim() === '' || !Number.isFinite(threshold))
    return null;
  return { statistic, operator, threshold, times: Math.max(1, escalation.Times) };
}

/** Why the form would lose something of a rule; null: it holds all there is. */
export function unwritable(rule: MetricRule): 'composite' | 'unreadable' | null {
  if (rule.composite) return 'composite';
  if (!alarmMetric(rule.MetricName)) return 'unreadable';
  const { NoDataPolicy: policy } = rule;
  const isPolicyKnown = policy === '' || NO_DATA_POLICIES.some((known) => known === policy);
  const areLevelsKnown = Object.values(rule.Escalations).every((one) => conditionOf(one) !== null);
  return isPolicyKnown && areLevelsKnown ? null : 'unreadable';
}

/** What decides when a rule fires; null when a part of it cannot be understood, or it has no level. */
export function termsOf(rule: MetricRule): AlarmTerms | null {
  const levels: Partial<Record<AlarmLevel, AlarmCondition>> = {};
  for (const level of ALARM_LEVELS) {
    const escalation = rule.Escalations[level];
    if (!escalation) continue;
    const condition = conditionOf(escalation);
    if (!condition) return null;
    levels[level] = condition;
  }
  if (rule.composite || Object.keys(levels).length === 0) return null;
  const effective = parseDayWindow(rule.EffectiveInterval);
  return {
    levels,
    periodSeconds: rule.Period ?? 60,
    silenceSeconds: rule.SilenceTime ?? DEFAULT_SILENCE_SECONDS,
    effective: effective && !isWholeDay(effective) ? effective : null,
    ineffective: parseDayWindow(rule.NoEffectiveInterval),
    noDataPolicy: NO_DATA_POLICIES.find((known) => known === rule.NoDataPolicy) ?? NO_DATA_POLICIES[0],
    sendOk: rule.SendOK ?? true,
  };
}
