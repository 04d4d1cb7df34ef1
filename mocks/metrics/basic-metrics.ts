import { connections } from './host-columns';
import type { MinuteValue } from './host-columns';
import type { LoadSource } from './load-source';
import { BITS_PER_KILOBIT, metric, single } from './metric';
import type { Metric, MetricSeries, SeriesPlace } from './metric';
import { noiseAt } from './noise';

type Rate = 'intranetIn' | 'intranetOut' | 'internetIn' | 'internetOut';

const bits = (rate: Rate, limit?: number | null) =>
  single((load) => load[rate] * BITS_PER_KILOBIT, limit ? limit * BITS_PER_KILOBIT : undefined);

/** Addresses that are the instance's own, in a VPC. */
const publicAddress =
  (rate: 'internetIn' | 'internetOut') =>
  ({ instance, source }: SeriesPlace): MetricSeries[] =>
    instance.publicIp === null || instance.networkType !== 'vpc'
      ? []
      : bits(rate, rate === 'internetIn' ? source.profile.limitIn : source.profile.limitOut).map((one) => ({
          ...one,
          dimensions: { ip: instance.publicIp! },
        }));

/** What the service sees from outside: no plug-in is needed. */
export const BASIC_METRICS: readonly Metric[] = [
  metric('CPUUtilization', '%', 'CPU utilization', () => single((load) => load.cpu, 100), {
    most: ({ source }, first, end) => source.mostCpu(first, end),
  }),
  metric('IntranetInRate', 'bit/s', 'Inbound rate of the internal network', () => bits('intranetIn')),
  metric('IntranetOutRate', 'bit/s', 'Outbound rate of the internal network', () => bits('intranetOut')),
  metric('InternetInRate', 'bit/s', 'Inbound rate of the Internet', ({ source }) =>
    bits('internetIn', source.profile.limitIn),
  ),
  metric('InternetOutRate', 'bit/s', 'Outbound rate of the Internet', ({ source }) =>
    bits('internetOut', source.profile.limitOut),
  ),
  metric(
    'InternetOutRate_Percent',
    '%',
    'Share of the outbound Internet bandwidth in use',
    ({ source: { profile } }) =>
      profile.limitOut === null ? [] : single((load) => (load.internetOut / profile.limitOut!) * 100, 100),
    { statistics: ['Average'] },
  ),
  metric(
    'VPC_PublicIP_InternetInRate',
    'bit/s',
    'Inbound rate by public address',
    publicAddress('internetIn'),
    {
      extraDimensions: ['ip'],
    },
  ),
  metric(
    'VPC_PublicIP_InternetOutRate',
    'bit/s',
    'Outbound rate by public address',
    publicAddress('internetOut'),
    {
      extraDimensions: ['ip'],
    },
  ),
  metric('DiskReadBPS', 'byte/s', 'Bytes read from all disks', () => single((load) => load.readBytes)),
  metric('DiskWriteBPS', 'byte/s', 'Bytes written to all disks', () => single((load) => load.writeBytes)),
  metric('DiskReadIOPS', 'count/s', 'Reads from all disks', () => single((load) => load.reads)),
  metric('DiskWriteIOPS', 'count/s', 'Writes to all disks', () => single((load) => load.writes)),
  metric(
    'concurrentConnections',
    'count',
    'Concurrent connections',
    ({ source }) => single(connections(source.profile, 'ESTABLISHED')),
    { statistics: ['Maximum'], still: true },
  ),
  metric('packetInDropRates', '%', 'Share of inbound packets dropped', ({ source }) =>
    single(dropRate(source, 0xd1), 100),
  ),
  metric('packetOutDropRates', '%', 'Share of outbound packets dropped', ({ source }) =>
    single(dropRate(source, 0xd2), 100),
  ),
];

function dropRate({ profile }: LoadSource, salt: number): MinuteValue {
  return (load, minute) =>
    load.busy > 0.8 ? Math.max(0, noiseAt(profile.seed ^ salt, minute) - 0.9) * load.busy : 0;
}
