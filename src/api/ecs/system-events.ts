import type { DrillType } from '@/domain/system-events';
import { emptyPage, pageOf, type Page } from '../decode';
import type { Rpc } from '../rpc';
import {
  ecsReads,
  ecsWrites,
  pageSizeFor,
  type Done,
  type PageRequest,
  type RegionRequest,
  type RequestOptions,
} from './call';
import { systemEventOf, type SystemEvent } from './system-event-row';

export type { SystemEvent } from './system-event-row';

/** Both ends as `yyyy-MM-ddTHH:mm:ssZ`, both included. */
export interface TimeSpan {
  Start?: string;
  End?: string;
}

interface EventFilters extends PageRequest {
  /** At most 100. */
  EventId?: readonly string[];
  /** At most 30. */
  InstanceEventType?: readonly string[];
  /** Counts only without InstanceEventType. */
  EventType?: string;
  NotBefore?: TimeSpan;
  EventPublishTime?: TimeSpan;
}

export interface DescribeInstancesFullStatusRequest extends EventFilters {
  /** At most 100. */
  InstanceId?: readonly string[];
  /** `Starting`, `Running`, `Stopped`. */
  Status?: string;
  /** Case-sensitive; `Ok` is not among the filter's values. */
  HealthStatus?: string;
}

export interface DescribeInstanceHistoryEventsRequest extends EventFilters {
  /** One; absent: the whole region. */
  InstanceId?: string;
  /** At most 7. Absent: only Executed, Avoided, Canceled and Failed are answered. */
  InstanceEventCycleStatus?: readonly string[];
  /** Counts only without InstanceEventCycleStatus. */
  EventCycleStatus?: string;
}

export interface ModifySystemEventAttributeRequest extends RegionRequest {
  EventId: string;
  InstanceId: string;
  /** `yyyy-MM-ddTHH:mm:ssZ`. */
  NotBefore: string;
}

export interface CreateSimulatedSystemEventsRequest extends RegionRequest {
  /** 1 to 100. */
  InstanceId: readonly string[];
  EventType: DrillType;
  /** `yyyy-MM-ddTHH:mm:ssZ`. */
  NotBefore: string;
}

export interface CancelSimulatedSystemEventsRequest extends RegionRequest {
  /** 1 to 100. */
  EventId: readonly string[];
}

export interface AcceptInquiredSystemEventRequest extends RegionRequest {
  EventId: string;
}

export interface InstanceFullStatus {
  InstanceId: string;
  /** Lifecycle state. */
  Status: string;
  /** Health as on the wire: `Ok`, `Impaired` …; compare without case. */
  HealthStatus: string;
  /** Events still to come: Scheduled or Inquiring. */
  ScheduledEvents: SystemEvent[];
}

export interface StartedDrill {
  /** In the order of the instances asked for. */
  EventIds: string[];
  RequestId: string;
}

/** What CreateSimulatedSystemEvents sends; the same parameters make the CLI line. */
export function createSimulatedSystemEventsParams(request: CreateSimulatedSystemEventsRequest) {
  // Said outright: `true` would really restart or stop the instances.
  return { ...request, TriggerRealOps: false };
}

/**
 * System events (contract 7). Every function rejects with ApiError. An empty list of IDs gives an empty page: sent to the
 * server it would mean every one.
 */
export function systemEventActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  const write = ecsWrites(rpc);
  const writeOnly = async (action: string, request: object, options?: RequestOptions): Promise<Done> => ({
    RequestId: (await write(action, request, options)).text('RequestId'),
  });
  return {
    /** Health and coming events. With a filter on events, only instances that have such an event. */
    async describeInstancesFullStatus(
      request: DescribeInstancesFullStatusRequest,
      options?: RequestOptions,
    ): Promise<Page<InstanceFullStatus>> {
      if (request.InstanceId?.length === 0 || request.EventId?.length === 0) return emptyPage();
      const params = { ...request, ...pageSizeFor(request, request.InstanceId, 100) };
      const reply = await read('DescribeInstancesFullStatus', params, options);
      const items = reply.list('InstanceFullStatusSet', 'InstanceFullStatusType', (row) => ({
        InstanceId: row.text('InstanceId'),
        Status: row.object('Status').text('Name'),
        HealthStatus: row.object('HealthStatus').text('Name'),
        ScheduledEvents: row.list('ScheduledSystemEventSet', 'ScheduledSystemEventType', (event) =>
          systemEventOf(event, row.text('InstanceId')),
        ),
      }));
      return pageOf(reply, items);
    },

    /** Past events, newest first; those still open only when their states are asked for. */
    async describeInstanceHistoryEvents(
      request: DescribeInstanceHistoryEventsRequest,
      options?: RequestOptions,
    ): Promise<Page<SystemEvent>> {
      if (request.EventId?.length === 0) return emptyPage();
      const params = { ...request, ...pageSizeFor(request, request.EventId, 100) };
      const reply = await read('DescribeInstanceHistoryEvents', params, options);
      const items = reply.list('InstanceSystemEventSet', 'InstanceSystemEventType', (row) =>
        systemEventOf(row),
      );
      return pageOf(reply, items);
    },

    /** Moves a planned restart. Servers before mid-2026 do not know the action. */
    modifySystemEventAttribute: (request: ModifySystemEventAttributeRequest, options?: RequestOptions) =>
      writeOnly('ModifySystemEventAttribute', request, options),

    /** A drill: events that are shown and notified like real ones, and do nothing to their instances. */
    async createSimulatedSystemEvents(
      request: CreateSimulatedSystemEventsRequest,
      options?: RequestOptions,
    ): Promise<StartedDrill> {
      const params = createSimulatedSystemEventsParams(request);
      const reply = await write('CreateSimulatedSystemEvents', params, options);
      return { EventIds: reply.texts('EventIdSet', 'EventId'), RequestId: reply.text('RequestId') };
    },

    /** All or nothing. */
    cancelSimulatedSystemEvents: (request: CancelSimulatedSystemEventsRequest, options?: RequestOptions) =>
      writeOnly('CancelSimulatedSystemEvents', request, options),

    /** Consents to an Inquiring event, which then begins. */
    acceptInquiredSystemEvent: (request: AcceptInquiredSystemEventRequest, options?: RequestOptions) =>
      writeOnly('AcceptInquiredSystemEvent', request, options),
  };
}

export type SystemEventApi = ReturnType<typeof systemEventActions>;
