import type { WorldInstance } from './instance';
import type { World } from './world';

export const DISK_CATEGORIES = ['cloud_efficiency', 'cloud_ssd', 'cloud_essd'] as const;
export type DiskCategory = (typeof DISK_CATEGORIES)[number];

export function isDiskCategory(name: string): name is DiskCategory {
  return (DISK_CATEGORIES as readonly string[]).includes(name);
}

/** The disks that a machine type can have: the oldest know no enhanced SSDs, the newest nothing else. */
export function diskCategoriesFor(instanceType: string): readonly DiskCategory[] {
  if (/^ecs\.(n4|t5)\b|^ecs\.t5-/.test(instanceType)) return ['cloud_efficiency', 'cloud_ssd'];
  return /^ecs\.[a-z]+7\./.test(instanceType) ? ['cloud_essd'] : DISK_CATEGORIES;
}

/** A cloud disk of an instance: a pure function of it. Ids tell the instance, so that no list of disks is needed. */
export interface WorldDisk {
  diskId: string;
  instance: WorldInstance;
  type: 'system' | 'data';
  category: DiskCategory;
  sizeGiB: number;
  /** `/dev/xvda` … */
  device: string;
}

/** The oldest generation has the disks of its time; databases have the fastest. */
function categoryOf(instance: WorldInstance, type: WorldDisk['type']): DiskCategory {
  const { systemCategory = '' } = instance.asked ?? {};
  if (type === 'system' && isDiskCategory(systemCategory)) return systemCategory;
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
  return [system, ...dataDisksOf(instance).map((disk, index) => dataDisk(instance, disk, index))];
}

/** Those asked for, else the one that its role has. */
function dataDisksOf(instance: WorldInstance): { category: DiskCategory; sizeGiB: number }[] {
  const asked = instance.asked?.dataDisks;
  if (asked)
    return asked.map(({ category, sizeGiB }) => ({
      category: isDiskCategory(category) ? category : 'cloud_efficiency',
      sizeGiB,
    }));
  const { dataDiskGiB } = instance;
  return dataDiskGiB === null ? [] : [{ category: categoryOf(instance, 'data'), sizeGiB: dataDiskGiB }];
}

function dataDisk(
  instance: WorldInstance,
  { category, sizeGiB }: { category: DiskCategory; sizeGiB: number },
  index: number,
): WorldDisk {
  return {
    diskId: `d-${turned(instance.instanceId.slice(2), index + 1)}`,
    instance,
    type: 'data',
    category,
    sizeGiB,
    device: `/dev/xvd${String.fromCharCode('b'.charCodeAt(0) + index)}`,
  };
}

/** As many data disks as one instance may have. */
const MOST_DATA_DISKS = 16;

/** The disk of that id in a region; undefined when there is none. */
export function findDisk(
  world: Pick<World, 'find'>,
  regionId: string,
  diskId: string,
): WorldDisk | undefined {
  const tail = diskId.replace(/^d-/, '');
  for (let by = 0; by <= MOST_DATA_DISKS; by += 1) {
    const instance = world.find(regionId, `i-${turned(tail, -by)}`);
    const disk = instance && disksOf(instance).find((one) => one.diskId === diskId);
    if (disk) return disk;
  }
  return undefined;
}
