import { type Field, integer, json, text } from './field';
import { pages } from './shared';
import type { Topic } from './topic';

const NAMED: readonly Field[] = [text('Namespace'), text('MetricName')];
const QUERY: readonly Field[] = [
  json('Dimensions', { note: 'jsonDimensions' }),
  text('Period', { note: 'secondsAllowed' }),
  text('StartTime', { note: 'epochMs' }),
  text('EndTime', { note: 'epochMs' }),
  integer('Length', { min: 1, max: 1440, default: '1000' }),
  text('NextToken'),
  json('Express', { note: 'groupBy' }),
];

/** Metric data of CloudMonitor (contract 9.1). */
export const METRICS: Topic = {
  id: 'metrics',
  product: 'cms',
  actions: [
    { name: 'DescribeMetricList', required: NAMED, optional: QUERY },
    { name: 'DescribeMetricLast', required: NAMED, optional: QUERY },
    {
      name: 'DescribeMetricMetaList',
      optional: [...NAMED, json('Labels', { note: 'jsonArray' }), ...pages(100, 30)],
    },
  ],
};
