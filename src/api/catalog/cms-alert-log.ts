import { choice, flag, integer, text } from './field';
import { pages } from './shared';
import type { Topic } from './topic';

/** What rules have told (contract 9.3). */
export const ALERT_LOG: Topic = {
  id: 'alertLog',
  product: 'cms',
  actions: [
    {
      name: 'DescribeAlertLogList',
      optional: [
        text('StartTime', { note: 'epochMs' }),
        text('EndTime', { note: 'epochMs' }),
        text('Namespace'),
        text('MetricName'),
        text('Product'),
        text('RuleId'),
        text('RuleName'),
        choice('Level', ['P2', 'P3', 'P4', 'OK']),
        choice('SendStatus', ['0', '1', '2', '3', '4']),
        choice('EventType', ['TRIGGERED', 'RESOLVED']),
        text('SourceType'),
        text('ContactGroup'),
        text('GroupId'),
        text('SearchKey'),
        text('LastMin'),
        text('GroupBy'),
        ...pages(100),
      ],
    },
    {
      name: 'DescribeAlertHistoryList',
      optional: [
        text('StartTime', { note: 'epochMs' }),
        text('EndTime', { note: 'epochMs' }),
        text('RuleId'),
        text('RuleName'),
        text('Namespace'),
        text('MetricName'),
        choice('State', ['ALARM', 'OK'], { default: 'ALARM' }),
        choice('Status', ['0', '1', '2'], { default: '2' }),
        flag('Ascending'),
        integer('Page', { min: 1, default: '1' }),
        integer('PageSize', { min: 1, max: 100, default: '10' }),
      ],
    },
  ],
};
