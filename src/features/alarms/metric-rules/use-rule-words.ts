import { useMemo } from 'react';
import type { Escalation, MetricRule } from '@/api/cms/metric-rules';
import { ALARM_LEVELS, isChangeOperator, THRESHOLD_OPERATORS } from '@/domain/metric-alarm';
import type { AlarmLevel, AlarmStatistic } from '@/domain/metric-alarm';
import { alarmMetric } from '@/domain/metric-alarm-metrics';
import { scaleFor } from '@/domain/monitor-units';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';

export interface RuleWords {
  /** The metric's name; of one the console does not know, as it came. */
  metric(name: string): string;
  level(level: AlarmLevel): string;
  /** A value of a metric with a unit that reads well: `80%`, `5 Mbit/s`. */
  value(metricName: string, value: number): string;
  /** `Average ≥ 80%`. */
  condition(metricName: string, escalation: Omit<Escalation, 'Times'>): string;
  /** The rule's most severe level: `Average ≥ 80%, 3 × 1 min`. */
  summary(rule: MetricRule): string;
  /** The same after the metric's name, if it has one. */
  headline(rule: MetricRule): string;
  period(seconds: number): string;
  /** Whom a rule tells, in brief: `ops and 2 more`; empty: nobody. */
  groups(rule: Pick<MetricRule, 'ContactGroups'>): string;
  /** Icon and word of a rule's state; one the console does not know is shown as it came. */
  state(rule: Pick<MetricRule, 'AlertState' | 'EnableState'>): {
    tone: Tone;
    icon: StatusIconName;
    text: string;
  };
}

const STATES = {
  OK: { tone: 'ok', icon: 'success' },
  ALARM: { tone: 'danger', icon: 'alert' },
  INSUFFICIENT_DATA: { tone: 'neutral', icon: 'noData' },
} as const satisfies Record<string, { tone: Tone; icon: StatusIconName }>;

const isKnownState = (state: string): state is keyof typeof STATES => Object.hasOwn(STATES, state);

/** Metrics and conditions in words. */
export function useRuleWords(): RuleWords {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  return useMemo(() => {
    const number = (value: number) => format.number(Number(value.toPrecision(6)));
    const value = (metricName: string, amount: number) => {
      const metric = alarmMetric(metricName);
      if (!metric) return number(amount);
      const { unit, divisor } = scaleFor(metric.quantity, Math.abs(amount));
      const shown = number(amount / divisor);
      return unit === '%' || unit === '' ? `${shown}${unit}` : `${shown} ${unit}`;
    };
    const period = (seconds: number) => format.duration(seconds * 1000);
    const condition = (
      metricName: string,
      { Statistics, ComparisonOperator, Threshold }: Omit<Escalation, 'Times'>,
    ) => {
      const statistic = isStatistic(Statistics) ? t(`statistic.${Statistics}`) : Statistics;
      const amount = Number(Threshold);
      if (isChangeOperator(ComparisonOperator)) {
        return t(`condition.${ComparisonOperator}`, { statistic, value: `${number(amount)}%` });
      }
      const known = THRESHOLD_OPERATORS.find((operator) => operator === ComparisonOperator);
      const sign = known ? t(`sign.${known}`) : ComparisonOperator;
      const shown = Number.isFinite(amount) ? value(metricName, amount) : Threshold;
      return t('condition.threshold', { statistic, sign, value: shown });
    };
    const metric = (name: string) => {
      const known = alarmMetric(name);
      return known ? t(`metric.${name.replaceAll(/[._]/g, '') as 'CPUUtilization'}`) : name;
    };
    const summary = (rule: MetricRule) => {
      if (rule.composite) return t('condition.composite');
      const escalation = ALARM_LEVELS.map((level) => rule.Escalations[level]).find(Boolean);
      if (!escalation) return t('condition.unknown');
      return t('condition.times', {
        condition: condition(rule.MetricName, escalation),
        times: escalation.Times,
        period: period(rule.Period ?? 60),
      });
    };
    return {
      metric,
      summary,
      headline: (rule) => [metric(rule.MetricName), summary(rule)].filter(Boolean).join(' · '),
      groups: ({ ContactGroups: [first = '', ...more] }) =>
        more.length > 0 ? t('moreGroups', { first, number: format.number(more.length) }) : first,
      level: (level) => t(`level.${level}`),
      value,
      condition,
      period,
      state: ({ AlertState, EnableState }) => {
        if (!EnableState) return { tone: 'neutral', icon: 'stopped', text: t('state.off') };
        if (!isKnownState(AlertState)) return { tone: 'neutral', icon: 'unknown', text: AlertState };
        return { ...STATES[AlertState], text: t(`state.${AlertState}`) };
      },
    };
  }, [format, t]);
}

function isStatistic(name: string): name is AlarmStatistic {
  return name === 'Average' || name === 'Maximum' || name === 'Minimum';
}

/** Tones of the levels, most severe first. */
export const LEVEL_TONES = { Critical: 'danger', Warn: 'warn', Info: 'info' } as const satisfies Record<
  AlarmLevel,
  Tone
>;
