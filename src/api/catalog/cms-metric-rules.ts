import { ALARM_OPERATORS } from '@/domain/metric-alarm';
import { choice, flag, group, integer, json, objects, text, texts } from './field';
import type { Topic } from './topic';

const level = (name: string) =>
  group(name, [
    text('Statistics', { note: 'statisticsRule' }),
    choice('ComparisonOperator', ALARM_OPERATORS),
    text('Threshold'),
    integer('Times', { min: 1 }),
  ]);

/** Alert rules on metrics (contract 9.2). */
export const METRIC_RULES: Topic = {
  id: 'metricRules',
  product: 'cms',
  actions: [
    {
      name: 'DescribeMetricRuleList',
      optional: [
        text('RuleIds', { note: 'commaSeparated' }),
        text('RuleName'),
        text('Namespace'),
        text('MetricName'),
        choice('AlertState', ['OK', 'ALARM', 'INSUFFICIENT_DATA']),
        flag('EnableState'),
        text('GroupId'),
        json('Dimensions', { note: 'jsonDimensions' }),
        integer('Page', { min: 1, default: '1' }),
        integer('PageSize', { min: 1, max: 100, default: '10' }),
      ],
    },
    {
      name: 'PutResourceMetricRule',
      required: [
        text('RuleId'),
        text('RuleName'),
        text('Namespace'),
        text('MetricName'),
        text('ContactGroups'),
      ],
      optional: [
        json('Resources', { note: 'jsonDimensions' }),
        group('Escalations', [level('Critical'), level('Warn'), level('Info')], 'atLeastOneLevel'),
        text('Period', { note: 'secondsAllowed' }),
        text('Interval'),
        text('EffectiveInterval'),
        text('NoEffectiveInterval'),
        integer('SilenceTime', { min: 3600, default: '86400' }),
        text('Webhook', { secret: true }),
        text('EmailSubject'),
        choice('NoDataPolicy', ['KEEP_LAST_STATE', 'INSUFFICIENT_DATA', 'OK']),
        flag('SendOK'),
        objects('Labels', [text('Key'), text('Value')]),
        json('CompositeExpression', { note: 'jsonObject' }),
        json('Prometheus', { note: 'jsonObject' }),
      ],
    },
    { name: 'EnableMetricRules', required: [texts('RuleId', { max: 100 })] },
    { name: 'DisableMetricRules', required: [texts('RuleId', { max: 100 })] },
    { name: 'DeleteMetricRules', required: [texts('Id', { max: 100 })] },
  ],
};
