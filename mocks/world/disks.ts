import type { WorldInstance } from './instance';
import type { World } from './world';

/** A cloud disk of an instance: a pure function of it. Ids tell the instance, so that no list of disks is needed. */
export interface WorldDisk {
  diskId: string;
  instance: WorldInstance;
  type: 'system' | 'data';
  category: 'cloud_efficiency' | 'cloud_ssd' | 'cloud_essd';
  sizeGiB: number;
  /** `/dev/xvda` … */
  device: string;
}

/** The oldest generation has the disks of its time; databases have the fastest. */
function categoryOf(instance: WorldInstance, type: WorldDisk['type']): WorldDisk['category'] {
  if (instance.instanceTypeFamily === 'ecs.n4') return 'cloud_efficiency';
  if (type === 'data' && instance.role === 'db') return 'cloud_essd';
  return type === 'data' ? 'cloud_ssd' : 'cloud_efficiency';
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** The same text with its last letter or digit turned on by `by` places. */
function turned(tail: string, by: number): string {
  const place = DIGITS.indexOf(tail.at(-1) ?? '');
  return tail.slice(0, -1) + DIGITS.charAt((place + by + DIGITS.length) % DIGITS.length);
}

/** The system disk, then the data disk if there is one. */
export function disksOf(instance: WorldInstance): WorldDisk[] {
  const tail = instance.instanceId.slice(2);
  const system: WorldDisk = {
    diskId: `d-${tail}`,
    instance,
    type: 'system',
    category: categoryOf(instance, 'system'),
    sizeGiB: instance.systemDiskGiB,
    device: '/dev/xvda',
  };
  if (instance.dataDiskGiB === null) return [system];
  return [
    system,
    {
      diskId: `d-${turned(tail, 1)}`,
      instance,
      type: 'data',
      category: categoryOf(instance, 'data'),
      sizeGiB: instance.dataDiskGiB,
      device: '/dev/xvdb',
    },
  ];
}

/** The disk of that id in a region; undefined when there is none. */
export function findDisk(
  world: Pick<World, 'find'>,
  regionId: string,
  diskId: string,
): WorldDisk | undefined {
  const tail = diskId.replace(/^d-/, '');
  for (const candidate of [tail, turned(tail, -1)]) {
    const instance = world.find(regionId, `i-${candidate}`);
    const disk = instance && disksOf(instance).find((one) => one.diskId === diskId);
    if (disk) return disk;
  }
  return undefined;
}
