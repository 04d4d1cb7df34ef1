import { MACHINE_TYPE_NAMES, stockOf } from '@mocks/world/stock';
import { regionId, runWorld } from './run-client';

interface PlaceWithStock {
  zoneId: string;
  /** What RunInstances takes to make instances there. */
  place: { vSwitchId: string; securityGroupId: string; instanceType: string };
  /** How many it can make. */
  left: number;
}

/** Where in the region a machine type has that stock. */
export function placeWithStock(
  category: string,
  fits: (left: number, type: string) => boolean = () => true,
): PlaceWithStock {
  const placed = runWorld.instances(regionId).filter(({ vSwitchId }) => vSwitchId !== '');
  for (const { zoneId, vSwitchId, securityGroupId } of placed) {
    for (const instanceType of MACHINE_TYPE_NAMES) {
      const found = stockOf(runWorld.seed, runWorld.zones(regionId), zoneId, instanceType);
      if (found.category === category && fits(found.left, instanceType))
        return { zoneId, place: { vSwitchId, securityGroupId, instanceType }, left: found.left };
    }
  }
  throw new Error(`No zone has ${category}.`);
}
