import { findAt, type Fleet, makeFleet } from './fleet';
import type { Acts } from './instance-at';
import type { World } from './world/world';

export { type InstanceHistory, REBOOT_MS, userActs } from './instance-at';

const fleets = new WeakMap<World['events'], Map<string, Fleet>>();

/** The world as it is at a moment. */
export function worldAt(world: World, ledger: Acts, at: number): World {
  const known = fleets.get(world.events) ?? new Map<string, Fleet>();
  fleets.set(world.events, known);

  function fleet(regionId: string): Fleet {
    const kept = known.get(regionId);
    const { events } = ledger;
    if (kept?.events === events && kept.revision === events.revision && kept.from <= at && at < kept.until) {
      return kept;
    }
    const made = makeFleet(world, ledger, regionId, at);
    known.set(regionId, made);
    return made;
  }

  // One fleet for all a caller does with this world: lists are compared by identity.
  const seen = new Map<string, Fleet>();
  const fleetOf = (regionId: string) => {
    const fresh = seen.get(regionId) ?? fleet(regionId);
    seen.set(regionId, fresh);
    return fresh;
  };

  return {
    ...world,
    instances: (regionId) => fleetOf(regionId).instances,
    find: (regionId, instanceId) => findAt(world, ledger, regionId, instanceId, at),
    indexOf(regionId, instanceId) {
      const { positions } = fleetOf(regionId);
      return positions ? (positions.get(instanceId) ?? -1) : world.indexOf(regionId, instanceId);
    },
  };
}
