import type { HealthStatus } from '@/domain/health';
import { type EventView, pendingEvents } from '../events/event-view';
import { Fault } from '../fault';
import type { InstanceState, WorldInstance } from '../world/instance';
import type { Action } from './action';
import { EVENT_PAGING, invalid, mandatory, readEventFilter } from './event-filter';
import { scheduledRow } from './event-rows';
import { pageOf, readPaging } from './paging';

/** Numbers beside the names (contract 7.2): only the names mean anything. */
const STATE_CODES: Readonly<Record<InstanceState, number>> = {
  Pending: 0,
  Running: 1,
  Starting: 2,
  Stopping: 3,
  Stopped: 4,
};
const HEALTH_CODES: Readonly<Record<HealthStatus, number>> = {
  OK: 0,
  Initializing: 16,
  Maintaining: 32,
  InsufficientData: 48,
  NotApplicable: 56,
  Warning: 64,
  Impaired: 128,
};

const STATUS_FILTER = new Set(['Starting', 'Running', 'Stopped']);
const MAX_IDS = 100;

/** The manual writes `OK`, the wire `Ok` (contract 3). */
const wireHealth = (health: HealthStatus) => (health === 'OK' ? 'Ok' : health);

/**
 * DescribeInstancesFullStatus (contract 7): state, health and the events that wait. Instances without events are listed too,
 * unless a filter asks for events.
 */
export const describeInstancesFullStatus: Action = ({ params, world, ledger, regionId, now }) => {
  mandatory(params, 'RegionId');
  const request = readPaging(params, EVENT_PAGING);
  const ids = new Set(params.list('InstanceId'));
  if (ids.size > MAX_IDS)
    throw new Fault('InstanceIdLimitExceeded', 403, 'The number of instance IDs exceeds the upper limit.');
  const filter = readEventFilter(params);
  const state = params.text('Status');
  if (state !== undefined && !STATUS_FILTER.has(state)) throw invalid('Status');
  const health = params.text('HealthStatus');
  if (health !== undefined && (health === 'OK' || !Object.hasOwn(HEALTH_CODES, health)) && health !== 'Ok') {
    throw invalid('HealthStatus');
  }
  const events = new Map<string, EventView[]>();
  for (const event of pendingEvents(world, ledger, regionId, now)) {
    if (!filter.matches(event)) continue;
    const { instanceId } = event.plan;
    events.set(instanceId, [...(events.get(instanceId) ?? []), event]);
  }
  const list = world
    .instances(regionId)
    .filter(
      (instance) =>
        (ids.size === 0 || ids.has(instance.instanceId)) &&
        (state === undefined || instance.state === state) &&
        (health === undefined || wireHealth(instance.health) === health) &&
        (!filter.any || events.has(instance.instanceId)),
    );
  const { items, fields } = pageOf(list, request, (instance) => instance.instanceId);
  return {
    TotalCount: fields.TotalCount,
    PageNumber: fields.PageNumber,
    PageSize: fields.PageSize,
    InstanceFullStatusSet: {
      InstanceFullStatusType: items.map((instance) =>
        fullStatus(instance, events.get(instance.instanceId) ?? []),
      ),
    },
  };
};

function fullStatus(instance: WorldInstance, events: readonly EventView[]) {
  return {
    InstanceId: instance.instanceId,
    Status: { Code: STATE_CODES[instance.state], Name: instance.state },
    HealthStatus: { Code: HEALTH_CODES[instance.health], Name: wireHealth(instance.health) },
    ScheduledSystemEventSet: {
      ScheduledSystemEventType: events
        .toSorted((a, b) => a.notBefore - b.notBefore)
        .map((event) => scheduledRow(event)),
    },
  };
}
