import { MACHINE_TYPES, type MachineType } from './images';
import { hash32 } from './random';
import type { Zone } from './regions';

/** What a zone has of a machine type (contract 6, DescribeAvailableResource). */
export type StockCategory = 'WithStock' | 'ClosedWithStock' | 'WithoutStock' | 'ClosedWithoutStock';

export interface Stock {
  category: StockCategory;
  /** How many instances can really be made by one call. */
  left: number;
}

/** The last old machines: sold in their oldest zone only. */
const LEGACY: ReadonlySet<string> = new Set(['ecs.n4.small', 'ecs.t5-lc1m1.small']);

/**
 * The stock of a machine type in a zone; it does not change. Where it is low, fewer can be made than are asked for, and those
 * beyond fail (manual 2.3).
 */
export function stockOf(seed: number, zones: readonly Zone[], zoneId: string, type: MachineType): Stock {
  const index = zones.findIndex((zone) => zone.zoneId === zoneId);
  if (LEGACY.has(type)) {
    return { category: index === 0 ? 'ClosedWithStock' : 'ClosedWithoutStock', left: 0 };
  }
  const draw = hash32(`${seed}/stock/${zoneId}/${type}`) % 100;
  if (draw < 12) return { category: 'WithoutStock', left: 0 };
  if (draw < 26) return { category: 'ClosedWithStock', left: draw % 3 };
  return { category: 'WithStock', left: Infinity };
}

export const MACHINE_TYPE_NAMES = Object.keys(MACHINE_TYPES) as MachineType[];

export function isMachineType(type: string): type is MachineType {
  return Object.hasOwn(MACHINE_TYPES, type);
}
