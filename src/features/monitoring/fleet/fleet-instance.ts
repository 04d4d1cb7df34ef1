import type { Instance } from '@/api/ecs/instances';

/** An instance as the region's pages show it. */
export interface FleetInstance {
  id: string;
  name: string;
  zone: string;
  type: string;
  /** Lifecycle state, as the API writes it. */
  state: string;
  /** Health as the API writes it; null while it is not known. */
  health: string | null;
}

export function fleetInstance(
  { InstanceId, InstanceName, ZoneId, InstanceType, Status }: Instance,
  health: ReadonlyMap<string, string> | undefined,
): FleetInstance {
  return {
    id: InstanceId,
    name: InstanceName || InstanceId,
    zone: ZoneId,
    type: InstanceType,
    state: Status,
    health: health?.get(InstanceId) ?? null,
  };
}

/** What instances of one kind are called alike: `web-prod` of `web-prod-07`. */
export function familyOf(name: string): string {
  return name.replace(/[-_. ]?\d+$/, '') || name;
}

/** What the rows of the heat map have in common. */
export const GROUPINGS = ['family', 'zone', 'type', 'health'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A row of the heat map. */
export interface FleetGroup {
  /** A name, a zone, a type, or a health value as the API writes it (`''` while unknown). */
  key: string;
  instances: FleetInstance[];
}

/** The largest group first, its instances by name. */
export function groupFleet(instances: readonly FleetInstance[], by: Grouping): FleetGroup[] {
  const groups = new Map<string, FleetInstance[]>();
  for (const instance of instances) {
    const key = by === 'family' ? familyOf(instance.name) : (instance[by] ?? '');
    const group = groups.get(key);
    if (group) group.push(instance);
    else groups.set(key, [instance]);
  }
  const inOrder = new Intl.Collator('en', { numeric: true });
  return [...groups]
    .map(([key, members]) => ({
      key,
      instances: members.toSorted((a, b) => inOrder.compare(a.name, b.name)),
    }))
    .toSorted((a, b) => b.instances.length - a.instances.length || inOrder.compare(a.key, b.key));
}

/** A share of the largest as one of six shades, 0 to 5. */
export function heatOf(value: number, largest: number): number {
  if (!(largest > 0) || !(value > 0)) return 0;
  return Math.min(5, Math.floor((value / largest) * 6));
}
