import type { Profile } from '@/domain/limits';
import { wireTime } from '../actions/wire-time';
import type { WorldDisk } from '../world/disks';
import type { WorldInstance } from '../world/instance';
import type { WorldInterface } from '../world/network';
import { creditColumns } from './credits';
import type { LoadSource } from './load-source';
import type { MinuteLoad } from './minute';
import { drawAt, noiseAt } from './noise';
import { diskWork, interfaceShare } from './parts';
import type { DiskPart } from './parts';
import { firstMinute, readPeriods } from './periods';
import type { Column, PeriodSpan } from './periods';

/**
 * Rows of the three ECS actions (contract 8). A minute's values are whole numbers, and longer periods are made of them:
 * traffic is summed, everything else averaged.
 */
type Row = Record<string, string | number>;

const MINUTE_SECONDS = 60;

function rowsOf(source: LoadSource, span: PeriodSpan, columns: readonly Column[], id: Row): Row[] {
  return readPeriods(source, span, columns).map(({ at, values }) => {
    const row: Row = { ...id, TimeStamp: wireTime(at) };
    for (const [index, { name }] of columns.entries()) {
      const value = values[index];
      if (value !== null && value !== undefined) row[name] = value;
    }
    return row;
  });
}

const sum = (name: string, of: Column['of']): Column => ({ name, of, combine: 'sum' });
const average = (name: string, of: Column['of']): Column => ({ name, of, combine: 'average' });

type Rate = 'intranetIn' | 'intranetOut' | 'internetIn' | 'internetOut';

/** kbit of a minute. */
const kilobits = (rate: Rate) => (load: MinuteLoad) => Math.round(load[rate] * MINUTE_SECONDS);
/** kbit/s, of the busier direction: that is the one a limit is set for. */
const bandwidth = (one: Rate, other: Rate) => (load: MinuteLoad) =>
  Math.round(Math.max(load[one], load[other]));

const TRAFFIC: readonly Column[] = [
  average('CPU', (load) => Math.round(load.cpu)),
  sum('IntranetRX', kilobits('intranetIn')),
  sum('IntranetTX', kilobits('intranetOut')),
  average('IntranetBandwidth', bandwidth('intranetIn', 'intranetOut')),
  sum('InternetRX', kilobits('internetIn')),
  sum('InternetTX', kilobits('internetOut')),
  average('InternetBandwidth', bandwidth('internetIn', 'internetOut')),
];

function diskColumns(instance: WorldInstance, part: DiskPart): Column[] {
  return [
    average('IOPSRead', diskWork(instance, part, 'reads')),
    average('IOPSWrite', diskWork(instance, part, 'writes')),
    average('BPSRead', diskWork(instance, part, 'readBytes')),
    average('BPSWrite', diskWork(instance, part, 'writeBytes')),
  ];
}

/** DescribeInstanceMonitorData. The manual's disk values are the system disk's, today's those of all cloud disks. */
export function instanceRows(
  instance: WorldInstance,
  source: LoadSource,
  span: PeriodSpan,
  profile: Profile,
): Row[] {
  const columns = [
    ...TRAFFIC,
    ...diskColumns(instance, profile === 'manual' ? 'system' : 'all'),
    ...creditColumns(instance, source, firstMinute(span)),
  ];
  return rowsOf(source, span, columns, { InstanceId: instance.instanceId });
}

/** µs of one operation when nothing waits. */
const LATENCY: Readonly<Record<WorldDisk['category'], number>> = {
  cloud_efficiency: 960,
  cloud_ssd: 430,
  cloud_essd: 190,
};
/** Operations per second at which waiting doubles the time. */
const QUEUE_AT = 2400;

/** DescribeDiskMonitorData. */
export function diskRows(disk: WorldDisk, source: LoadSource, span: PeriodSpan): Row[] {
  const { instance, type } = disk;
  const [reads, writes, readBytes, writeBytes] = (
    ['reads', 'writes', 'readBytes', 'writeBytes'] as const
  ).map((work) => diskWork(instance, type, work)) as [ColumnOf, ColumnOf, ColumnOf, ColumnOf];
  const latency = (salt: number, operations: ColumnOf) => (load: MinuteLoad, minute: number) => {
    const count = operations(load);
    // No operation took any time, not even none.
    if (count === 0) return Number.NaN;
    const jitter = 1 + 0.12 * noiseAt(source.profile.seed ^ salt, minute);
    return Math.round(LATENCY[disk.category] * jitter * (1 + count / QUEUE_AT));
  };
  const columns = [
    average('IOPSRead', reads),
    average('IOPSWrite', writes),
    average('IOPSTotal', (load) => reads(load) + writes(load)),
    average('BPSRead', readBytes),
    average('BPSWrite', writeBytes),
    average('BPSTotal', (load) => readBytes(load) + writeBytes(load)),
    average('LatencyRead', latency(0x1a7, reads)),
    average('LatencyWrite', latency(0x1a8, writes)),
  ];
  return rowsOf(source, span, columns, { DiskId: disk.diskId });
}

type ColumnOf = (load: MinuteLoad) => number;

/** Bytes of a packet, on average. */
const PACKET_BYTES = 720;
const BYTES_PER_KILOBIT = 125;

/** DescribeEniMonitorData of one interface. Values are texts, as the type of the API says. */
export function interfaceRows(
  network: WorldInterface,
  interfaces: number,
  source: LoadSource,
  span: PeriodSpan,
): Row[] {
  const share = interfaceShare(network.primary, interfaces);
  const packets = (rate: Rate) => (load: MinuteLoad) =>
    Math.round((load[rate] * share * MINUTE_SECONDS * BYTES_PER_KILOBIT) / PACKET_BYTES);
  const received = packets('intranetIn');
  const sent = packets('intranetOut');
  // Queues overflow in a busy minute now and then.
  const dropped = (salt: number, of: ColumnOf) => (load: MinuteLoad, minute: number) =>
    load.busy > 0.8 && drawAt(source.profile.seed ^ salt, minute) > 0.96 ? Math.ceil(of(load) * 0.0004) : 0;
  const columns = [
    average('IntranetRx', (load) => Math.round(load.intranetIn * share)),
    average('IntranetTx', (load) => Math.round(load.intranetOut * share)),
    sum('PacketRx', received),
    sum('PacketTx', sent),
    sum('DropPacketRx', dropped(0xd20, received)),
    sum('DropPacketTx', dropped(0xd21, sent)),
  ];
  const rows = rowsOf(source, span, columns, { EniId: network.eniId });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
  );
}
