import type { Reader } from '../decode';
import type { Rpc } from '../rpc';
import { formatWireTime, parseWireTime } from '../wire-times';
import { ecsReads, type RegionRequest, type RequestOptions } from './call';

/** A span for ECS monitor data, epoch ms. At most 400 periods; the start at most 30 days ago. */
export interface MonitorRequest extends RegionRequest {
  /** Epoch ms, sent as UTC; seconds other than 00 are rounded up to the minute by the server. */
  StartTime: number;
  EndTime: number;
  /** Seconds: 60 (default), 600, 3600. */
  Period?: number;
}

export interface DescribeInstanceMonitorDataRequest extends MonitorRequest {
  InstanceId: string;
}

export interface DescribeDiskMonitorDataRequest extends MonitorRequest {
  DiskId: string;
}

export interface DescribeEniMonitorDataRequest extends MonitorRequest {
  InstanceId: string;
  /** Absent: all secondary interfaces of the instance. */
  EniId?: string;
}

/** `at`: begin of the period, epoch ms. A value is undefined when the answer has none. */
type Point<Id extends string, Value extends string> = { at: number } & Record<Id, string> &
  Record<Value, number | undefined>;

/** `CPU` in %. `…RX`/`…TX` are kbit within the period, `…Bandwidth` kbit/s, `IOPS…` 1/s, `BPS…` byte/s, credits for burstable types. */
const INSTANCE_VALUES = [
  'CPU',
  'IntranetRX',
  'IntranetTX',
  'IntranetBandwidth',
  'InternetRX',
  'InternetTX',
  'InternetBandwidth',
  'IOPSRead',
  'IOPSWrite',
  'BPSRead',
  'BPSWrite',
  'CPUCreditUsage',
  'CPUCreditBalance',
  'CPUAdvanceCreditBalance',
  'CPUNotpaidSurplusCreditUsage',
] as const;
export type InstanceMetric = (typeof INSTANCE_VALUES)[number];

/** `IOPS…` 1/s, `BPS…` byte/s, `Latency…` µs. */
const DISK_VALUES = [
  'IOPSRead',
  'IOPSWrite',
  'IOPSTotal',
  'BPSRead',
  'BPSWrite',
  'BPSTotal',
  'LatencyRead',
  'LatencyWrite',
] as const;
export type DiskMetric = (typeof DISK_VALUES)[number];

/** `IntranetRx`/`Tx` are average kbit/s (unlike the instance's); the rest are packets. */
const ENI_VALUES = [
  'IntranetRx',
  'IntranetTx',
  'PacketRx',
  'PacketTx',
  'DropPacketRx',
  'DropPacketTx',
] as const;
export type EniMetric = (typeof ENI_VALUES)[number];

export type InstanceMonitorPoint = Point<'InstanceId', InstanceMetric>;
export type DiskMonitorPoint = Point<'DiskId', DiskMetric>;
export type EniMonitorPoint = Point<'EniId', EniMetric>;

/**
 * Monitor data of ECS (manual 4.1, contract 8). Points come as they were sent, in any order; the ones without a time are
 * left out. No points: nothing was measured, as while an instance is stopped. Every function rejects with ApiError.
 */
export function monitorActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  const params = <Request extends MonitorRequest>(request: Request) => ({
    ...request,
    StartTime: formatWireTime(request.StartTime),
    EndTime: formatWireTime(request.EndTime),
  });
  return {
    async describeInstanceMonitorData(
      request: DescribeInstanceMonitorDataRequest,
      options?: RequestOptions,
    ): Promise<InstanceMonitorPoint[]> {
      const reply = await read('DescribeInstanceMonitorData', params(request), options);
      return pointsOf(reply, 'InstanceMonitorData', 'InstanceId', INSTANCE_VALUES);
    },

    async describeDiskMonitorData(
      request: DescribeDiskMonitorDataRequest,
      options?: RequestOptions,
    ): Promise<DiskMonitorPoint[]> {
      const reply = await read('DescribeDiskMonitorData', params(request), options);
      return pointsOf(reply, 'DiskMonitorData', 'DiskId', DISK_VALUES);
    },

    async describeEniMonitorData(
      request: DescribeEniMonitorDataRequest,
      options?: RequestOptions,
    ): Promise<EniMonitorPoint[]> {
      const reply = await read('DescribeEniMonitorData', params(request), options);
      return pointsOf(reply, 'EniMonitorData', 'EniId', ENI_VALUES, OLD_ENI_NAMES);
    },
  };
}

/** A sample of 2021 names the interface's traffic so (contract 8). */
const OLD_ENI_NAMES: Readonly<Record<string, string>> = {
  IntranetRx: 'IntranetIn',
  IntranetTx: 'IntranetOut',
};

function pointsOf<Id extends string, Value extends string>(
  reply: Reader,
  item: string,
  id: Id,
  values: readonly Value[],
  oldNames: Readonly<Record<string, string>> = {},
): Point<Id, Value>[] {
  const points = reply.list('MonitorData', item, (row) => row);
  return points.flatMap((row) => {
    const at = parseWireTime(row.text('TimeStamp'));
    if (at === null) return [];
    const numbers = values.map((name) => [name, row.number(name) ?? row.number(oldNames[name] ?? name)]);
    return [{ at, [id]: row.text(id), ...Object.fromEntries(numbers) } as Point<Id, Value>];
  });
}
