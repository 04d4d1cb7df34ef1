import { choice, flag, objects, text, texts } from './field';
import { pages, tags, timeSpan, tokens } from './shared';
import type { Topic } from './topic';

const EVENT_STATES = ['Scheduled', 'Executing', 'Executed', 'Avoided', 'Canceled', 'Failed', 'Inquiring'];
const DRILLS = [
  'SystemMaintenance.Reboot',
  'SystemMaintenance.Stop',
  'SystemMaintenance.Redeploy',
  'SystemFailure.Reboot',
  'SystemFailure.Redeploy',
  'SystemFailure.Stop',
  'InstanceFailure.Reboot',
];
const eventIds = texts('EventId', { max: 100 });
const eventTypes = [
  texts('InstanceEventType', { max: 30 }),
  text('EventType', { note: 'insteadOfList' }),
  timeSpan('NotBefore'),
  timeSpan('EventPublishTime'),
];

/** System events (contract 7). */
export const EVENTS: Topic = {
  id: 'events',
  product: 'ecs',
  actions: [
    {
      name: 'DescribeInstancesFullStatus',
      optional: [
        texts('InstanceId', { max: 100 }),
        eventIds,
        choice('Status', ['Starting', 'Running', 'Stopped']),
        choice('HealthStatus', [
          'Impaired',
          'Warning',
          'Maintaining',
          'Initializing',
          'InsufficientData',
          'NotApplicable',
        ]),
        ...eventTypes,
        ...pages(100),
      ],
    },
    {
      name: 'DescribeInstanceHistoryEvents',
      optional: [
        text('InstanceId'),
        eventIds,
        texts('InstanceEventCycleStatus', { max: 7, values: EVENT_STATES, note: 'finishedOnly' }),
        choice('EventCycleStatus', EVENT_STATES, { note: 'insteadOfList' }),
        ...eventTypes,
        ...pages(100),
      ],
      today: [
        texts('ResourceId', { max: 100 }),
        choice('ResourceType', ['instance', 'ddh', 'managedhost']),
        ...tokens(100, 10),
        tags(),
      ],
    },
    {
      name: 'ModifySystemEventAttribute',
      required: [text('EventId'), text('InstanceId'), text('NotBefore', { note: 'utcTime' })],
    },
    { name: 'AcceptInquiredSystemEvent', required: [text('EventId')] },
    {
      name: 'CreateSimulatedSystemEvents',
      required: [
        texts('InstanceId', { max: 100 }),
        choice('EventType', DRILLS),
        text('NotBefore', { note: 'utcTime' }),
      ],
      today: [flag('TriggerRealOps', { default: 'false', note: 'neverTrue' })],
    },
    { name: 'CancelSimulatedSystemEvents', required: [eventIds] },
  ],
};

/** What the service may do to instances, and when (contract 6). */
export const MAINTENANCE: Topic = {
  id: 'maintenance',
  product: 'ecs',
  actions: [
    {
      name: 'DescribeInstanceMaintenanceAttributes',
      optional: [texts('InstanceId', { max: 100 }), ...pages(100)],
    },
    {
      name: 'ModifyInstanceMaintenanceAttributes',
      optional: [
        texts('InstanceId', { max: 100 }),
        choice('ActionOnMaintenance', ['Stop', 'AutoRecover', 'AutoRedeploy']),
        objects('MaintenanceWindow', [text('StartTime'), text('EndTime')], { max: 1, note: 'fullHours' }),
        flag('NotifyOnMaintenance'),
      ],
    },
  ],
};
