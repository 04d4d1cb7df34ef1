import type { Reader } from '../decode';
import { parseWireTime } from '../wire-times';

/**
 * One system event (contract 7, DescribeInstancesFullStatus and DescribeInstanceHistoryEvents). Times are epoch ms; null
 * while not known, and for texts that are no time: `raw` has them as they came.
 */
export interface SystemEvent {
  EventId: string;
  InstanceId: string;
  /** The name, e.g. `SystemMaintenance.Reboot`; the number as text from a server that sends nothing else. */
  EventType: string;
  EventTypeCode: number | undefined;
  /** The name, e.g. `Scheduled`; the number as text from a server that sends nothing else. */
  EventCycleStatus: string;
  EventCycleStatusCode: number | undefined;
  EventPublishTime: number | null;
  /** When it is planned, or began. */
  NotBefore: number | null;
  /** The plan it was announced with, where the server says so: differs from NotBefore when it was moved. */
  InitialNotBefore: number | null;
  EventFinishTime: number | null;
  Reason: string;
  ReasonCode: string;
  ImpactLevel: string;
  /** `instance`, `ddh`, `managehost`; `''` from the status action. */
  ResourceType: string;
  /** Of disk events. */
  DiskId: string;
  /** Whether AcceptInquiredSystemEvent is possible; undefined when the server does not say. */
  CanAccept: boolean | undefined;
  /** The event as it came. */
  raw: Readonly<Record<string, unknown>>;
}

/** @param instanceId of the row around it, for answers that name the instance there */
export function systemEventOf(row: Reader, instanceId = ''): SystemEvent {
  const extended = row.object('ExtendedAttribute');
  const canAccept = extended.text('CanAccept');
  const time = (reader: Reader, name: string) => parseWireTime(reader.text(name));
  return {
    EventId: row.text('EventId'),
    InstanceId: row.text('InstanceId') || instanceId,
    EventType: nameIn(row, 'EventType'),
    EventTypeCode: row.object('EventType').number('Code'),
    EventCycleStatus: nameIn(row, 'EventCycleStatus'),
    EventCycleStatusCode: row.object('EventCycleStatus').number('Code'),
    EventPublishTime: time(row, 'EventPublishTime'),
    NotBefore: time(row, 'NotBefore'),
    InitialNotBefore: time(extended, 'InitialNotBefore'),
    EventFinishTime: time(row, 'EventFinishTime'),
    Reason: row.text('Reason'),
    ReasonCode: row.text('ReasonCode'),
    ImpactLevel: row.text('ImpactLevel'),
    ResourceType: row.text('ResourceType'),
    DiskId: extended.text('DiskId'),
    CanAccept: canAccept === '' ? undefined : extended.flag('CanAccept'),
    raw: row.raw,
  };
}

/** `{Code, Name}`, or the name alone. */
function nameIn(row: Reader, member: string): string {
  const pair = row.object(member);
  return row.text(member) || pair.text('Name') || pair.text('Code');
}
