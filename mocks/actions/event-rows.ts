import type { SystemEventState } from '@/domain/system-events';
import type { EventView } from '../events/event-view';
import { wireTime } from './wire-time';

/** Numbers beside the names (contract 7.2): only the names mean anything. */
const TYPE_CODES: Readonly<Record<string, number>> = {
  'SystemMaintenance.Reboot': 1,
  'SystemMaintenance.PerformanceImpact': 2,
  'SystemMaintenance.Stop': 3,
  'SystemMaintenance.Redeploy': 4,
  'InstanceExpiration.Stop': 34,
  'InstanceExpiration.Delete': 35,
  'AccountUnbalanced.Stop': 36,
  'AccountUnbalanced.Delete': 37,
  'SystemFailure.Reboot': 65,
  'InstanceFailure.Reboot': 66,
  'SystemFailure.Delete': 67,
  'SystemFailure.Stop': 68,
  'SystemFailure.Redeploy': 69,
};
const STATE_CODES: Readonly<Record<SystemEventState, number>> = {
  Executed: 0,
  Avoided: 8,
  Executing: 16,
  Scheduled: 24,
  Canceled: 32,
  Failed: 40,
  Inquiring: 48,
};

export const EVENT_STATES: ReadonlySet<string> = new Set(Object.keys(STATE_CODES));

function common({ plan, state, notBefore }: EventView) {
  return {
    EventId: plan.eventId,
    EventType: { Code: TYPE_CODES[plan.type] ?? 0, Name: plan.type },
    EventCycleStatus: { Code: STATE_CODES[state], Name: state },
    EventPublishTime: wireTime(plan.publishedAt),
    NotBefore: wireTime(notBefore),
    Reason: plan.reason,
    ImpactLevel: '100',
    ExtendedAttribute: {
      ...(notBefore === plan.notBefore ? {} : { InitialNotBefore: wireTime(plan.notBefore) }),
      ...(state === 'Inquiring' ? { CanAccept: 'true' } : {}),
    },
  };
}

/** A ScheduledSystemEventType of DescribeInstancesFullStatus. */
export function scheduledRow(view: EventView) {
  return common(view);
}

/** An InstanceSystemEventType of DescribeInstanceHistoryEvents. */
export function historyRow(view: EventView) {
  return {
    InstanceId: view.plan.instanceId,
    ...common(view),
    EventFinishTime: wireTime(view.finishedAt),
    ResourceType: 'instance',
  };
}
