import type { ApiError } from '@/api/errors';
import { formatWireTime } from '@/api/wire-times';
import type { Params } from '@/api/rpc';
import { type FakeRpc, fakeRpc } from './render';

const HOUR = 3_600_000;

/** A system event as the API sends it (contract 7). Times in ms from now; null leaves one out; text goes as it is. */
export interface WireEvent {
  id?: string;
  instance?: string;
  type?: string;
  state?: string;
  published?: number | null;
  planned?: number | null | string;
  finished?: number | null;
  reason?: string;
}

export function wireEvent({
  id = 'e-1',
  instance = 'i-web01',
  type = 'SystemMaintenance.Reboot',
  state = 'Scheduled',
  published = -20 * HOUR,
  planned = 12 * HOUR,
  finished = null,
  reason = '',
}: WireEvent = {}) {
  const time = (at: number | null | string) =>
    typeof at === 'string' ? at : at === null ? '' : formatWireTime(Date.now() + at);
  return {
    EventId: id,
    InstanceId: instance,
    EventType: { Code: 1, Name: type },
    EventCycleStatus: { Code: 24, Name: state },
    EventPublishTime: time(published),
    NotBefore: time(planned),
    EventFinishTime: time(finished),
    Reason: reason,
    ExtendedAttribute: {},
  };
}

export interface EventAccount {
  /** Events by region; an error: the region does not answer. */
  events: Record<string, ReturnType<typeof wireEvent>[] | ApiError>;
  /** Instances by ID: their state, and their name when it is not the ID. */
  instances?: Record<string, { status?: string; name?: string }>;
  /** Answers of other actions. */
  answers?: Parameters<typeof fakeRpc>[0];
}

/** An account whose regions answer with these events; change it to make the cloud change under the page. */
export function eventRpc(account: EventAccount): FakeRpc {
  return fakeRpc({
    DescribeRegions: () => ({
      Regions: { Region: Object.keys(account.events).map((RegionId) => ({ RegionId, LocalName: RegionId })) },
    }),
    DescribeInstanceHistoryEvents: (params) => history(account, params),
    DescribeInstances: (params) => {
      const asked = JSON.parse(String(params['InstanceIds'] ?? '[]')) as string[];
      const rows = asked.flatMap((InstanceId) => {
        const known = account.instances?.[InstanceId];
        return known
          ? [{ InstanceId, InstanceName: known.name ?? InstanceId, Status: known.status ?? 'Running' }]
          : [];
      });
      return { Instances: { Instance: rows }, TotalCount: rows.length };
    },
    ...account.answers,
  });
}

function history(account: EventAccount, params: Params): Record<string, unknown> {
  const rows = account.events[String(params['RegionId'])] ?? [];
  if (!Array.isArray(rows)) throw rows;
  const states = params['InstanceEventCycleStatus'] as string[] | undefined;
  const ids = params['EventId'] as string[] | undefined;
  const types = params['InstanceEventType'] as string[] | undefined;
  const instance = params['InstanceId'];
  const found = rows.filter(
    (row) =>
      // A state nobody can ask for comes along, as servers newer than the console may send it.
      (!states || states.includes(row.EventCycleStatus.Name) || row.EventCycleStatus.Name === 'Pondering') &&
      (!ids || ids.includes(row.EventId)) &&
      (!types || types.includes(row.EventType.Name)) &&
      (instance === undefined || row.InstanceId === instance),
  );
  const page = Number(params['PageNumber'] ?? 1);
  const size = Number(params['PageSize'] ?? 10);
  return {
    InstanceSystemEventSet: { InstanceSystemEventType: found.slice((page - 1) * size, page * size) },
    TotalCount: found.length,
    PageNumber: page,
    PageSize: size,
  };
}
