import { formatWireTime } from '@/api/wire-times';
import { BYTE_ORDER_MARK, csvRecord } from '@/domain/csv';
import type { EventItem } from '../event-item';

/** The members the manual names for users of the API (2.4.1, F13), the region before them. */
const COLUMNS = [
  'RegionId',
  'InstanceId',
  'EventId',
  'EventType',
  'EventCycleStatus',
  'EventPublishTime',
  'NotBefore',
  'EventFinishTime',
  'Reason',
] as const;

/** Events as a CSV file, times in UTC as on the wire; unknown types and states as they came. */
export function eventsCsv(events: readonly EventItem[]): Blob {
  const time = (at: number | null) => (at === null ? null : formatWireTime(at));
  const lines = events.map((event) =>
    csvRecord([
      event.region,
      event.instanceId,
      event.id,
      event.type,
      event.state,
      time(event.publishedAt),
      time(event.notBefore),
      time(event.finishedAt),
      event.reason,
    ]),
  );
  return new Blob([BYTE_ORDER_MARK, csvRecord(COLUMNS), ...lines], { type: 'text/csv' });
}

/** `events-cn-hangzhou-2026-11-23.csv`, the day in UTC. */
export function eventsFileName(region: string, now: number): string {
  return `events-${region.replace(/[^\w.-]+/g, '-')}-${new Date(now).toISOString().slice(0, 10)}.csv`;
}
