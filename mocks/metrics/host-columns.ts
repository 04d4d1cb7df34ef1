import { diskGauge, memoryGauge } from '../agent/os/gauges';
import type { WorldInstance } from '../world/instance';
import { MINUTE_MS } from './load-source';
import type { LoadSource } from './load-source';
import type { MinuteLoad } from './minute';
import { noiseAt } from './noise';
import type { LoadProfile } from './profile';

/** A value of a minute, not rounded. */
export type MinuteValue = (load: MinuteLoad, minute: number) => number;

/** How a CPU's time is spent, in %; the parts add up to `cpu_total`, with `cpu_idle` to 100. */
export function cpuPart(part: 'user' | 'system' | 'wait' | 'other'): MinuteValue {
  return (load) => {
    const wait = Math.min(0.3, (load.reads + load.writes) / 6000) * load.cpu;
    const other = 0.02 * load.cpu;
    const system = 0.26 * load.cpu;
    const parts = { wait, other, system, user: load.cpu - wait - other - system };
    return parts[part];
  };
}

/** Bytes of memory as `free` tells them on the instance: in use by programs, taken with what the system keeps of files, free, all. */
export function memoryBytes(instance: WorldInstance, part: 'used' | 'taken' | 'free' | 'total'): MinuteValue {
  const gauge = memoryGauge(instance);
  return (_load, minute) => {
    const { used, cached, free, total } = gauge(minute * MINUTE_MS);
    return { used, taken: used + cached, free, total }[part] * KIB;
  };
}

/** Share of the memory that programs use, in %. */
export function memoryUse(instance: WorldInstance): MinuteValue {
  const gauge = memoryGauge(instance);
  return (_load, minute) => {
    const { used, total } = gauge(minute * MINUTE_MS);
    return (used / total) * 100;
  };
}

/** Programs that wait for a CPU or run on one. */
export function runQueue({ vcpus, seed }: LoadProfile): MinuteValue {
  return (load, minute) => {
    const busy = (load.cpu / 100) * vcpus;
    const waiting = load.cpu > 85 ? ((load.cpu - 85) / 15) * vcpus * 0.8 : 0;
    return Math.max(0, (busy + waiting) * (1 + 0.12 * noiseAt(seed ^ 0x10ad, minute)) + 0.02);
  };
}

/**
 * The average over the last so many measured minutes, for reading minutes from `first` on in order. It reads as many before
 * them, so that a minute's value is the same whatever span is asked for.
 */
export function overMinutes(
  count: number,
  value: MinuteValue,
  source: LoadSource,
  first: number,
): MinuteValue {
  const recent: { minute: number; value: number }[] = [];
  const next: MinuteValue = (load, minute) => {
    recent.push({ minute, value: value(load, minute) });
    while (recent[0]!.minute <= minute - count) recent.shift();
    return recent.reduce((sum, one) => sum + one.value, 0) / recent.length;
  };
  source.eachMinute(first - count + 1, first, next);
  return next;
}

/** A mounted volume as the plug-in names it. */
export interface Volume {
  device: string;
  part: 'system' | 'data';
  bytes: number;
}

const KIB = 1024;
const GIB = 1024 ** 3;
/** What formatting leaves of a disk, as `df` counts it there. */
const FORMATTED = 0.983;

export function volumesOf(instance: WorldInstance): Volume[] {
  const windows = instance.osType === 'windows';
  const system: Volume = {
    device: windows ? 'C:' : '/dev/vda1',
    part: 'system',
    bytes: instance.systemDiskGiB * GIB * FORMATTED,
  };
  if (instance.dataDiskGiB === null) return [system];
  return [
    system,
    { device: windows ? 'D:' : '/dev/vdb1', part: 'data', bytes: instance.dataDiskGiB * GIB * FORMATTED },
  ];
}

/** Part of a volume that only root may fill. */
const FOR_ROOT = 0.05;

/** Bytes of a volume of which users' part is filled to a share. */
export function volumeBytes({ bytes }: Volume, part: 'used' | 'free' | 'avail', use: number): number {
  const used = bytes * (1 - FOR_ROOT) * use;
  if (part === 'used') return used;
  return part === 'free' ? bytes - used : bytes * (1 - FOR_ROOT) - used;
}

/** Share of a volume that is used, as `df` tells it on the instance. */
export function volumeUse(instance: WorldInstance, { part }: Volume): MinuteValue {
  const gauge = diskGauge(instance, part === 'data' ? 'data' : 'disk');
  return (_load, minute) => gauge(minute * MINUTE_MS);
}

/** Connections by the plug-in's names of their states. */
export function connections(profile: LoadProfile, state: string): MinuteValue {
  const established: MinuteValue = (load, minute) =>
    Math.round(6 + profile.connections * load.busy * (1 + 0.05 * noiseAt(profile.seed ^ 0x7c9, minute)));
  const others: MinuteValue = (load) => Math.round(11 + 0.22 * profile.connections * load.busy);
  if (state === 'ESTABLISHED') return established;
  if (state === 'NON_ESTABLISHED') return others;
  return (load, minute) => established(load, minute) + others(load, minute);
}

/** How many processes of a name run. */
export function processCount(profile: LoadProfile, index: number): MinuteValue {
  const usual = index === 0 ? 2 + (profile.seed % 7) : 1 + ((profile.seed >> index) & 1);
  return (load) => (index === 0 ? usual + Math.round(2 * load.busy) : usual);
}

const PROCESSES: Readonly<Record<WorldInstance['role'], readonly string[]>> = {
  web: ['nginx', 'php-fpm', 'sshd'],
  api: ['java', 'filebeat', 'sshd'],
  db: ['mysqld', 'xtrabackup', 'sshd'],
  cache: ['redis-server', 'sentinel', 'sshd'],
  batch: ['python3', 'crond', 'sshd'],
  gateway: ['haproxy', 'keepalived', 'sshd'],
  build: ['gitlab-runner', 'dockerd', 'sshd'],
  desktop: ['explorer.exe', 'svchost.exe', 'lsass.exe'],
};

export function processesOf(instance: WorldInstance): readonly string[] {
  if (instance.osType !== 'windows' || instance.role === 'desktop') return PROCESSES[instance.role];
  return instance.role === 'web' ? ['w3wp.exe', 'svchost.exe', 'lsass.exe'] : ['svchost.exe', 'lsass.exe'];
}
