import { createEventBook, type EventBook } from '../events/event-book';
import { generateRegion } from './fleet';
import type { WorldInstance } from './instance';
import { type Prelude, preludeOf } from './prelude';
import { REGIONS, type Region, type Zone } from './regions';

export { HOME_REGION, type Region, type Zone } from './regions';

/** What an account is made from. `bornAt` in epoch ms: ages, last heartbeats and past runs are counted back from it. */
export interface WorldSeed {
  seed: number;
  /** Instances in the whole account; the regions other than the home region hold 26 of them. */
  fleetSize: number;
  bornAt: number;
}

/**
 * The demo account as it was when it was born: a pure function of its seed, made region by region when first asked for.
 * Lifecycle states stay as generated; what the clock changes is computed where it is shown, or in `worldAt`.
 */
export interface World {
  readonly regions: readonly Region[];
  /** Undefined for a region that does not exist. */
  region(regionId: string): Region | undefined;
  /** Empty for an unknown region. */
  zones(regionId: string): readonly Zone[];
  /** Newest first; empty for an unknown region. */
  instances(regionId: string): readonly WorldInstance[];
  find(regionId: string, instanceId: string): WorldInstance | undefined;
  /** As it was generated, whatever happened to it since. */
  made(regionId: string, instanceId: string): WorldInstance | undefined;
  /** Position in `instances(regionId)`, −1 when unknown. */
  indexOf(regionId: string, instanceId: string): number;
  /** Ready-made commands and past runs as acts before `bornAt`, oldest first; never stored. */
  readonly prelude: Prelude;
  /** When the account was born, epoch ms. */
  readonly bornAt: number;
  /** What the stock of machines and the like is drawn from. */
  readonly seed: number;
  /** The account's system events; what they do to instances shows in `worldAt` only. */
  readonly events: EventBook;
}

interface Fleet {
  instances: readonly WorldInstance[];
  positions: ReadonlyMap<string, number>;
}

const EMPTY: Fleet = { instances: [], positions: new Map() };

export function createWorld(seed: WorldSeed): World {
  const regions = new Map(REGIONS.map((region) => [region.regionId, region]));
  const fleets = new Map<string, Fleet>();

  function fleet(regionId: string): Fleet {
    const made = fleets.get(regionId);
    if (made) return made;
    if (!regions.has(regionId)) return EMPTY;
    const instances = generateRegion(seed, regionId);
    const fresh = {
      instances,
      positions: new Map(instances.map((instance, index) => [instance.instanceId, index])),
    };
    fleets.set(regionId, fresh);
    return fresh;
  }

  function find(regionId: string, instanceId: string): WorldInstance | undefined {
    const { instances, positions } = fleet(regionId);
    const index = positions.get(instanceId);
    return index === undefined ? undefined : instances[index];
  }

  const base = {
    regions: REGIONS,
    region: (regionId: string) => regions.get(regionId),
    instances: (regionId: string) => fleet(regionId).instances,
  };
  const world: World = {
    ...base,
    zones: (regionId) => regions.get(regionId)?.zones ?? [],
    find,
    made: find,
    indexOf: (regionId, instanceId) => fleet(regionId).positions.get(instanceId) ?? -1,
    prelude: preludeOf(base, seed),
    bornAt: seed.bornAt,
    seed: seed.seed,
    events: createEventBook(base, seed),
  };
  return world;
}
