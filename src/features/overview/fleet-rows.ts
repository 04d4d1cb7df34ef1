import { type FleetInstance, groupFleet } from '@/features/monitoring';

/** What the instances of a row have in common. */
export type RowKind = 'family' | 'zone';

/** A row of the map: instances that are called alike or stand in one zone, or the small groups together. */
export interface FleetRow {
  kind: RowKind;
  /** The name's beginning, or the zone; null: the others. */
  name: string | null;
  instances: readonly FleetInstance[];
}

/** From here on names make too many rows, so the zones do. */
const MANY = 300;

/** The largest groups, and all other instances in a last row. */
export function fleetRows(instances: readonly FleetInstance[], most: number): FleetRow[] {
  const kind = instances.length > MANY ? 'zone' : 'family';
  const rows = groupFleet(instances, kind).map((group): FleetRow => ({
    kind,
    name: group.key,
    instances: group.instances,
  }));
  if (rows.length <= most) return rows;
  const others = rows.slice(most - 1).flatMap((row) => row.instances);
  return [...rows.slice(0, most - 1), { kind, name: null, instances: others }];
}
