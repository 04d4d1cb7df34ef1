import type { HealthStatus } from '@/domain/health';
import { Fault } from '../fault';
import type { InstanceState, WorldInstance } from '../world/instance';
import type { Action } from './action';
import { parseFilterTime } from './filter-time';
import { pageOf, readPaging } from './paging';
import type { ParamReader } from './params';

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
const MAX_TYPES = 30;

/** The manual writes `OK`, the wire `Ok` (contract 3). */
const wireHealth = (health: HealthStatus) => (health === 'OK' ? 'Ok' : health);

const invalid = (name: string) =>
  new Fault('InvalidParameter', 403, `The specified parameter "${name}" is not valid.`);

/**
 * DescribeInstancesFullStatus (contract 7). This account has no system events, so every set is empty and a filter on
 * events finds no instance.
 */
export const describeInstancesFullStatus: Action = ({ params, world, regionId }) => {
  if (!params.has('RegionId'))
    throw new Fault(
      'MissingParameter',
      404,
      'The input parameter "RegionId" that is mandatory for processing this request is not supplied.',
    );
  const request = readPaging(params, {
    defaultSize: 10,
    maxSize: 100,
    code: 'InvalidParameter',
    status: 403,
  });
  const ids = new Set(params.list('InstanceId'));
  if (ids.size > MAX_IDS)
    throw new Fault('InstanceIdLimitExceeded', 403, 'The number of instance IDs exceeds the upper limit.');
  const eventIds = params.list('EventId');
  if (eventIds.length > MAX_IDS)
    throw new Fault('EventIdLimitExceeded', 403, 'The number of event IDs exceeds the upper limit.');
  const eventTypes = params.list('InstanceEventType');
  if (eventTypes.length > MAX_TYPES) throw invalid('InstanceEventType');
  const state = params.text('Status');
  if (state !== undefined && !STATUS_FILTER.has(state)) throw invalid('Status');
  const health = params.text('HealthStatus');
  if (health !== undefined && (health === 'OK' || !Object.hasOwn(HEALTH_CODES, health)) && health !== 'Ok') {
    throw invalid('HealthStatus');
  }
  checkSpan(params, 'NotBefore');
  checkSpan(params, 'EventPublishTime');

  const byEvent =
    eventIds.length > 0 ||
    eventTypes.length > 0 ||
    EVENT_FILTERS.some((name) => params.text(name) !== undefined);
  const list = byEvent
    ? []
    : world
        .instances(regionId)
        .filter(
          (instance) =>
            (ids.size === 0 || ids.has(instance.instanceId)) &&
            (state === undefined || instance.state === state) &&
            (health === undefined || wireHealth(instance.health) === health),
        );
  const { items, fields } = pageOf(list, request, (instance) => instance.instanceId);
  return {
    TotalCount: fields.TotalCount,
    PageNumber: fields.PageNumber,
    PageSize: fields.PageSize,
    InstanceFullStatusSet: { InstanceFullStatusType: items.map(fullStatus) },
  };
};

const EVENT_FILTERS = [
  'EventType',
  'NotBefore.Start',
  'NotBefore.End',
  'EventPublishTime.Start',
  'EventPublishTime.End',
];

/** Both ends in UTC with seconds, the second not before the first. */
function checkSpan(params: ParamReader, name: string): void {
  const timeOf = (end: 'Start' | 'End') => {
    const text = params.text(`${name}.${end}`);
    if (text === undefined) return null;
    return parseFilterTime(text) ?? refuseTime(`${name}.${end}`);
  };
  const start = timeOf('Start');
  const end = timeOf('End');
  if (start !== null && end !== null && end < start) {
    throw new Fault('InvalidParameter.TimeEndBeforeStart', 403, 'The end time is before the start time.');
  }
}

function refuseTime(name: string): never {
  throw invalid(name);
}

function fullStatus(instance: WorldInstance) {
  return {
    InstanceId: instance.instanceId,
    Status: { Code: STATE_CODES[instance.state], Name: instance.state },
    HealthStatus: { Code: HEALTH_CODES[instance.health], Name: wireHealth(instance.health) },
    ScheduledSystemEventSet: { ScheduledSystemEventType: [] },
  };
}
