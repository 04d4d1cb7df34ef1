import type { AlarmStatistic } from './metric-alarm';
import type { Quantity } from './monitor-units';

/** Who measures: the service from outside, or the plug-in of CloudMonitor inside of the system. */
export const METRIC_GROUPS = ['basic', 'agent'] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

/** A metric of ECS that a rule can watch (contract 9.1). */
export interface AlarmMetric {
  name: string;
  group: MetricGroup;
  /** What its numbers are, in the unit of the wire: %, bit/s, byte/s, count/s, byte, or plain. */
  quantity: Quantity;
  statistics: readonly AlarmStatistic[];
  /** What tells several lines of one instance apart. */
  dimension?: 'ip' | 'device' | 'state' | 'processName';
}

const ALL: readonly AlarmStatistic[] = ['Average', 'Maximum', 'Minimum'];

const of =
  (group: MetricGroup) =>
  (quantity: Quantity, names: string, dimension?: AlarmMetric['dimension']): AlarmMetric[] =>
    names
      .split(' ')
      .map((name) => ({ name, group, quantity, statistics: ALL, ...(dimension ? { dimension } : {}) }));
const basic = of('basic');
const agent = of('agent');

const only = (statistic: AlarmStatistic, metrics: AlarmMetric[]): AlarmMetric[] =>
  metrics.map((metric) => ({ ...metric, statistics: [statistic] }));

/** The catalogue, in the contract's order. */
export const ALARM_METRICS: readonly AlarmMetric[] = [
  ...basic('percent', 'CPUUtilization'),
  ...basic('bitRate', 'IntranetInRate IntranetOutRate InternetInRate InternetOutRate'),
  ...only('Average', basic('percent', 'InternetOutRate_Percent')),
  ...basic('bitRate', 'VPC_PublicIP_InternetInRate VPC_PublicIP_InternetOutRate', 'ip'),
  ...basic('byteRate', 'DiskReadBPS DiskWriteBPS'),
  ...basic('operationRate', 'DiskReadIOPS DiskWriteIOPS'),
  ...only('Maximum', basic('number', 'concurrentConnections')),
  ...basic('percent', 'packetInDropRates packetOutDropRates'),
  ...agent('percent', 'cpu_total cpu_idle cpu_user cpu_system cpu_wait cpu_other'),
  ...agent('bytes', 'memory_totalspace memory_usedspace memory_actualusedspace memory_freespace'),
  ...agent('percent', 'memory_usedutilization memory_freeutilization'),
  ...agent('number', 'load_1m load_5m load_15m load_per_core_1m load_per_core_5m load_per_core_15m'),
  ...agent('bytes', 'diskusage_total diskusage_used diskusage_free diskusage_avail', 'device'),
  ...agent('percent', 'diskusage_utilization fs_inodeutilization', 'device'),
  ...agent('byteRate', 'disk_readbytes disk_writebytes', 'device'),
  ...agent('operationRate', 'disk_readiops disk_writeiops', 'device'),
  ...agent('bitRate', 'networkin_rate networkout_rate', 'device'),
  ...agent('operationRate', 'networkin_packages networkout_packages', 'device'),
  ...agent('operationRate', 'networkin_errorpackages networkout_errorpackages', 'device'),
  ...agent('number', 'net_tcpconnection', 'state'),
  ...agent('number', 'process.number', 'processName'),
];

const BY_NAME = new Map(ALARM_METRICS.map((metric) => [metric.name, metric]));

export function alarmMetric(name: string): AlarmMetric | undefined {
  return BY_NAME.get(name);
}

/** Seconds; the plug-in looks four times a minute (contract 9.1). */
export function alarmPeriods({ group }: Pick<AlarmMetric, 'group'>): readonly number[] {
  return group === 'agent' ? [15, 60, 300, 900, 3600] : [60, 300, 900, 3600];
}
