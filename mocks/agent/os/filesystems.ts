import type { WorldInstance } from '../../world/instance';
import { gaugesOf } from './gauges';

export interface Filesystem {
  source: string;
  type: string;
  options: string;
  mount: string;
  /** 1 KiB blocks. */
  sizeKiB: number;
  usedKiB: number;
  inodes: number;
  usedInodes: number;
}

const GIB = 1024 * 1024;

/** Every mounted file system of a server at an instant, in `df`'s order. */
export function filesystemsOf(instance: WorldInstance, now: number): readonly Filesystem[] {
  const { memoryMiB, systemDiskGiB, dataDiskGiB } = instance;
  const { diskUse, dataDiskUse, inodeUse } = gaugesOf(instance, now);
  const half = Math.round((memoryMiB * 1024) / 2);
  const disk = (source: string, mount: string, gib: number, use: number): Filesystem => {
    const sizeKiB = Math.round(gib * GIB * 0.983);
    const inodes = gib * 65_536;
    return {
      source,
      type: 'ext4',
      options: 'rw,relatime,data=ordered',
      mount,
      sizeKiB,
      usedKiB: Math.round(sizeKiB * 0.95 * use),
      inodes,
      usedInodes: Math.round(inodes * inodeUse),
    };
  };
  const memory = (source: string, mount: string, sizeKiB: number, usedKiB: number): Filesystem => ({
    source,
    type: source,
    options: 'rw,nosuid,nodev',
    mount,
    sizeKiB,
    usedKiB,
    inodes: Math.round(sizeKiB / 4),
    usedInodes: mount === '/run' ? 420 : 1,
  });
  return [
    memory('devtmpfs', '/dev', half - 10_240, 0),
    memory('tmpfs', '/dev/shm', half, 0),
    memory('tmpfs', '/run', half, 460 + instance.cpu * 24),
    disk('/dev/vda1', '/', systemDiskGiB, diskUse),
    ...(dataDiskGiB === null ? [] : [disk('/dev/vdb1', '/data', dataDiskGiB, dataDiskUse)]),
  ];
}

/** Free for users: ext4 keeps 5 % for root. */
export function availableKiB({ sizeKiB, usedKiB, type }: Filesystem): number {
  return Math.max(0, Math.round(sizeKiB * (type === 'ext4' ? 0.95 : 1)) - usedKiB);
}

/** As `df` rounds: up. */
export function usePercent(filesystem: Filesystem): number {
  const available = availableKiB(filesystem);
  const total = filesystem.usedKiB + available;
  return total === 0 ? 0 : Math.ceil((filesystem.usedKiB / total) * 100);
}

/** The file system an absolute path lies on. */
export function filesystemAt(list: readonly Filesystem[], path: string): Filesystem | undefined {
  return list
    .filter(({ mount }) => mount === '/' || path === mount || path.startsWith(`${mount}/`))
    .toSorted((a, b) => b.mount.length - a.mount.length)[0];
}

/** 1024-based with one decimal below ten, rounded up, as `df -h` and `free -h` print. */
export function human(kib: number, suffix = ''): string {
  if (kib === 0) return '0';
  const units = ['K', 'M', 'G', 'T'];
  let value = kib;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const rounded = value < 10 ? Math.ceil(value * 10) / 10 : Math.ceil(value);
  return `${value < 10 ? rounded.toFixed(1).replace(/\.0$/, rounded >= 10 ? '' : '.0') : rounded}${units[unit]}${suffix}`;
}
