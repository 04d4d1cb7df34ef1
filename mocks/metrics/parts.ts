import type { WorldInstance } from '../world/instance';
import type { MinuteLoad } from './minute';

/** How what an instance does is spread over its disks and interfaces. */

/** Which part of an instance's disk work a disk does. */
export type DiskPart = 'system' | 'data' | 'all';

/** How much of the work the data disk does where there is one. */
const DATA_SHARE: Readonly<Record<string, number>> = { db: 0.88, batch: 0.8, web: 0.35 };

type DiskWork = 'reads' | 'writes' | 'readBytes' | 'writeBytes';

/** Whole numbers of a minute; those of the disks add up to those of the instance. */
export function diskWork(
  instance: WorldInstance,
  part: DiskPart,
  work: DiskWork,
): (load: MinuteLoad) => number {
  const share = instance.dataDiskGiB === null ? 0 : (DATA_SHARE[instance.role] ?? 0.3);
  if (part === 'all') return (load) => Math.round(load[work]);
  if (part === 'data') return (load) => Math.round(Math.round(load[work]) * share);
  return (load) => {
    const all = Math.round(load[work]);
    return all - Math.round(all * share);
  };
}

/** Part of the inner traffic that takes the second interface, where there is one. */
const SECOND_SHARE = 0.24;

/** An interface's part of the inner traffic. */
export function interfaceShare(primary: boolean, interfaces: number): number {
  if (interfaces <= 1) return 1;
  return primary ? 1 - SECOND_SHARE : SECOND_SHARE;
}
