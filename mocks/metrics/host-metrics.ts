import { inodeUse, mostDiskUse, mostMemoryUse } from '../agent/os/gauges';
import { interfacesOf } from '../world/network';
import {
  connections,
  cpuPart,
  memoryBytes,
  memoryUse,
  overMinutes,
  processCount,
  processesOf,
  runQueue,
  volumeBytes,
  volumesOf,
  volumeUse,
} from './host-columns';
import type { MinuteValue, Volume } from './host-columns';
import { BITS_PER_KILOBIT, metric, single } from './metric';
import type { Metric, MetricOptions, MetricSeries, SeriesPlace } from './metric';
import type { MinuteLoad } from './minute';
import { diskWork, interfaceShare } from './parts';

const host = (
  name: string,
  unit: string,
  description: string,
  series: Metric['series'],
  options: MetricOptions = {},
) => metric(name, unit, description, series, { byPlugin: true, ...options });

const byVolume =
  (of: (volume: Volume, place: SeriesPlace) => MinuteValue, most?: number) =>
  (place: SeriesPlace): MetricSeries[] =>
    volumesOf(place.instance).map((volume) => ({
      dimensions: { device: volume.device },
      of: of(volume, place),
      ...(most === undefined ? {} : { most }),
    }));

const volumeWork = (work: 'reads' | 'writes' | 'readBytes' | 'writeBytes') =>
  byVolume((volume, { instance }) => diskWork(instance, volume.part, work));

/** The second interface takes its part of the inner traffic; whatever is from outside comes by the first. */
const byInterface =
  (of: (load: MinuteLoad) => number) =>
  ({ instance }: SeriesPlace): MetricSeries[] => {
    const names = instance.osType === 'windows' ? ['Ethernet', 'Ethernet 2'] : ['eth0', 'eth1'];
    const count = Math.max(1, interfacesOf(instance).length);
    return names.slice(0, count).map((device, index) => {
      const share = interfaceShare(index === 0, count);
      return { dimensions: { device }, of: (load) => of(load) * share };
    });
  };

const PACKET_BITS = 5760;
const received = (load: MinuteLoad) => (load.intranetIn + load.internetIn) * BITS_PER_KILOBIT;
const sent = (load: MinuteLoad) => (load.intranetOut + load.internetOut) * BITS_PER_KILOBIT;

const loadAverage =
  (minutes: number, perCore: boolean) =>
  ({ source, first }: SeriesPlace) => {
    const queue = runQueue(source.profile);
    const average = minutes === 1 ? queue : overMinutes(minutes, queue, source, first);
    const share = perCore ? source.profile.vcpus : 1;
    return single((load, minute) => average(load, minute) / share);
  };

const STILL: MetricOptions = { still: true };
const DEVICE: MetricOptions = { extraDimensions: ['device'] };
const STILL_DEVICE: MetricOptions = { ...STILL, ...DEVICE };

const DISK_PARTS = {
  used: 'Used on the volume',
  free: 'Free on the volume',
  avail: 'Free for users of the volume',
} as const;

/** What the plug-in sees inside the instance. */
export const HOST_METRICS: readonly Metric[] = [
  host('cpu_total', '%', 'CPU in use', () => single((load) => load.cpu, 100), {
    most: ({ source }, first, end) => source.mostCpu(first, end),
  }),
  host('cpu_idle', '%', 'CPU idle', () => single((load) => 100 - load.cpu, 100)),
  host('cpu_user', '%', 'CPU used by programs', () => single(cpuPart('user'), 100)),
  host('cpu_system', '%', 'CPU used by the system', () => single(cpuPart('system'), 100)),
  host('cpu_wait', '%', 'CPU waiting for disks', () => single(cpuPart('wait'), 100)),
  host('cpu_other', '%', 'CPU used otherwise', () => single(cpuPart('other'), 100)),
  host('memory_totalspace', 'byte', 'Memory', ({ instance }) => single(memoryBytes(instance, 'total')), STILL),
  host('memory_usedspace', 'byte', 'Memory not free', ({ instance }) => single(memoryBytes(instance, 'taken')), STILL),
  host('memory_actualusedspace', 'byte', 'Memory used by programs', ({ instance }) => single(memoryBytes(instance, 'used')), STILL),
  host('memory_freespace', 'byte', 'Memory free', ({ instance }) => single(memoryBytes(instance, 'free')), STILL),
  host('memory_usedutilization', '%', 'Share of the memory used by programs', ({ instance }) => single(memoryUse(instance), 100), {
    ...STILL,
    most: ({ instance }) => mostMemoryUse(instance) * 100,
  }),
  host('memory_freeutilization', '%', 'Share of the memory not used by programs', ({ instance }) => {
    const use = memoryUse(instance);
    return single((load, minute) => 100 - use(load, minute), 100);
  }, STILL),
  ...[1, 5, 15].flatMap((minutes) => [
    host(`load_${minutes}m`, '', `Load average of ${minutes} min`, loadAverage(minutes, false), STILL),
    host(`load_per_core_${minutes}m`, '', `Load average of ${minutes} min per vCPU`, loadAverage(minutes, true), STILL),
  ]),
  host('diskusage_total', 'byte', 'Size of the volume', byVolume(({ bytes }) => () => bytes), STILL_DEVICE),
  ...(['used', 'free', 'avail'] as const).map((part) =>
    host(`diskusage_${part}`, 'byte', DISK_PARTS[part], byVolume((volume, { instance }) => {
      const use = volumeUse(instance, volume);
      return (load, minute) => volumeBytes(volume, part, use(load, minute));
    }), STILL_DEVICE),
  ),
  host('diskusage_utilization', '%', 'Share of the volume in use', byVolume((volume, { instance }) => {
    const use = volumeUse(instance, volume);
    return (load, minute) => use(load, minute) * 100;
  }, 100), {
    ...STILL_DEVICE,
    most: ({ instance }) => Math.max(mostDiskUse(instance, 'disk'), mostDiskUse(instance, 'data')) * 100,
  }),
  host('fs_inodeutilization', '%', 'Share of the file entries in use', (place) => {
    const share = inodeUse(place.instance) * 100;
    return place.instance.osType === 'windows' ? [] : byVolume(() => () => share, 100)(place);
  }, STILL_DEVICE),
  host('disk_readbytes', 'byte/s', 'Bytes read from the volume', volumeWork('readBytes'), DEVICE),
  host('disk_writebytes', 'byte/s', 'Bytes written to the volume', volumeWork('writeBytes'), DEVICE),
  host('disk_readiops', 'count/s', 'Reads from the volume', volumeWork('reads'), DEVICE),
  host('disk_writeiops', 'count/s', 'Writes to the volume', volumeWork('writes'), DEVICE),
  host('networkin_rate', 'bit/s', 'Received by the interface', byInterface(received), DEVICE),
  host('networkout_rate', 'bit/s', 'Sent by the interface', byInterface(sent), DEVICE),
  host('networkin_packages', 'count/s', 'Packets received', byInterface((load) => received(load) / PACKET_BITS), DEVICE),
  host('networkout_packages', 'count/s', 'Packets sent', byInterface((load) => sent(load) / PACKET_BITS), DEVICE),
  host('networkin_errorpackages', 'count/s', 'Broken packets received', byInterface(() => 0), STILL_DEVICE),
  host('networkout_errorpackages', 'count/s', 'Broken packets sent', byInterface(() => 0), STILL_DEVICE),
  host('net_tcpconnection', 'count', 'TCP connections by state', ({ source }) =>
    ['TCP_TOTAL', 'ESTABLISHED', 'NON_ESTABLISHED'].map((state) => ({
      dimensions: { state },
      of: connections(source.profile, state),
    })), { ...STILL, extraDimensions: ['state'] }),
  host('process.number', 'count', 'Processes by name', ({ instance, source }) =>
    processesOf(instance).map((processName, index) => ({
      dimensions: { processName },
      of: processCount(source.profile, index),
    })), { ...STILL, extraDimensions: ['processName'] }),
]; // prettier-ignore
