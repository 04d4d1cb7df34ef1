import type { Instance } from '@/api/ecs/instances';

/** What is kept of a picked instance, whatever page or search it was picked on. */
export interface PickedInstance {
  instanceId: string;
  name: string;
  /** Empty when it has none. */
  privateIp: string;
  /** In few words, e.g. `CentOS 7.6`. */
  osName: string;
  zoneId: string;
}

export function toPicked(instance: Instance, osName: string): PickedInstance {
  return {
    instanceId: instance.InstanceId,
    name: instance.InstanceName || instance.InstanceId,
    privateIp: instance.PrivateIps[0] ?? '',
    osName,
    zoneId: instance.ZoneId,
  };
}

export type Picked = ReadonlyMap<string, PickedInstance>;
export type PickChange = { picked: Picked; refused: null } | { picked: null; refused: number };

/**
 * What becomes of the selection when the table of one page hands back the IDs it wants ticked. Instances of other pages
 * stay. A change that would grow beyond the maximum is refused whole, with the number it would have made: cut off
 * silently, nobody could tell which instances were left out. Taking away is always possible.
 */
export function changePicked(
  current: Picked,
  wanted: ReadonlySet<string>,
  page: readonly PickedInstance[],
  maximum: number,
): PickChange {
  if (wanted.size > maximum && wanted.size > current.size) return { picked: null, refused: wanted.size };
  const onPage = new Map(page.map((instance) => [instance.instanceId, instance]));
  const picked = new Map([...current].filter(([id]) => wanted.has(id)));
  for (const id of wanted) {
    const instance = onPage.get(id);
    if (!picked.has(id) && instance) picked.set(id, instance);
  }
  return { picked, refused: null };
}
