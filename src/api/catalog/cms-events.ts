import { choice, type Field, json, text } from './field';
import { pages } from './shared';
import type { Topic } from './topic';

const FILTERS: readonly Field[] = [
  text('Product'),
  text('EventType'),
  text('Name'),
  choice('Level', ['CRITICAL', 'WARN', 'INFO']),
  text('Status'),
  text('GroupId'),
  text('SearchKeywords', { note: 'searchKeywords' }),
  text('StartTime', { note: 'epochMs' }),
  text('EndTime', { note: 'epochMs' }),
];

/** System events as CloudMonitor sees them (contract 9.6). */
export const CLOUD_EVENTS: Topic = {
  id: 'cloudEvents',
  product: 'cms',
  actions: [
    { name: 'DescribeSystemEventAttribute', optional: [...FILTERS, ...pages(100)] },
    { name: 'DescribeSystemEventCount', optional: FILTERS },
    { name: 'DescribeSystemEventMetaList' },
    {
      name: 'SendDryRunSystemEvent',
      required: [text('Product'), text('EventName')],
      optional: [json('EventContent', { note: 'jsonObject' }), text('GroupId')],
    },
  ],
};
