import { describe } from 'vitest';
import type { Api } from '@/api/api';
import { ANY_REGION as RegionId, itTakesAnyAnswer } from '../../support/any-answer';

let pendingId: string;
let pastId: string;
let instanceId: string;
let ruleId: string;
let ruleName: string;
let contact: string;

async function prepare({ ecs, cms }: Api): Promise<void> {
  const [pending, past, metricRules, eventRules, contacts] = await Promise.all([
    ecs.describeInstanceHistoryEvents({ RegionId, InstanceEventCycleStatus: ['Scheduled'] }),
    ecs.describeInstanceHistoryEvents({ RegionId }),
    cms.describeMetricRuleList({ RegionId }),
    cms.describeEventRuleListAll({ RegionId }),
    cms.describeContactListAll({ RegionId }),
  ]);
  pendingId = pending.items[0]!.EventId;
  pastId = past.items[0]!.EventId;
  instanceId = past.items[0]!.InstanceId;
  ruleId = metricRules.items[0]!.RuleId;
  ruleName = eventRules[0]!.name;
  contact = contacts[0]!.Name;
}

describe('events and alarms, whatever the account answers', () => {
  itTakesAnyAnswer(
    {
      'the pending events': () => 'events',
      'a pending event': () => `events?event=${pendingId}`,
      'the events of two months': () => 'events/all',
      'a past event': () => `events/all?event=${pastId}`,
      'an event of an instance': () => `instances/${instanceId}/events?event=${pastId}`,
      'the notifications': () => ({ at: 'overview', opens: /^Notifications/ }),
      'the metric rules': () => 'alarms',
      'a metric rule': () => `alarms/rules/${ruleId}`,
      'the form of a new metric rule': () => 'alarms/rules/new',
      'the form of a metric rule': () => `alarms/rules/${ruleId}/edit`,
      'the alarm history': () => 'alarms/history',
      'the event rules': () => 'alarms/event-rules',
      'the form of a new event rule': () => 'alarms/event-rules/new',
      'the form of an event rule': () => `alarms/event-rules/${encodeURIComponent(ruleName)}/edit`,
      'the events of CloudMonitor': () => 'alarms/events',
      'the contacts': () => 'alarms/contacts',
      'a contact': () => `alarms/contacts?contact=${encodeURIComponent(contact)}`,
      'the contact groups': () => 'alarms/contacts?list=groups',
      'the explorer': () => 'explorer/DescribeInstances',
    },
    prepare,
  );
});
