import { choice, type Field, text } from './field';
import type { Topic } from './topic';

const SPAN: readonly Field[] = [text('StartTime', { note: 'utcTime' }), text('EndTime', { note: 'endTime' })];
const PERIOD = choice('Period', ['60', '600', '3600'], { default: '60' });

/** ECS's own monitor data (contract 8). */
export const MONITOR_DATA: Topic = {
  id: 'monitorData',
  product: 'ecs',
  actions: [
    { name: 'DescribeInstanceMonitorData', required: [text('InstanceId'), ...SPAN], optional: [PERIOD] },
    { name: 'DescribeDiskMonitorData', required: [text('DiskId'), ...SPAN], optional: [PERIOD] },
    {
      name: 'DescribeEniMonitorData',
      required: [text('InstanceId'), ...SPAN],
      optional: [text('EniId'), PERIOD],
    },
  ],
};
