import type { WorldInstance } from '../world/instance';
import { HOME_REGION, type Region } from '../world/regions';
import { HOME_ROSTER, OUTPOST_ROSTERS } from '../world/roster';
import { RENEWALS, TENANCIES, TERM } from './cast';
import type { EventPlan } from './plan';
import { REPERTOIRE } from './repertoire';
import { type Series, slotOf, type Stage } from './series';
import { type Place, termPlans } from './tenancy';

const DAY = 86_400_000;
/** No event is open longer than this after it was announced. Ms. */
const LONGEST_LIFE = 16 * DAY;

/** The events of one region that are announced on one day, counted from the account's birth. */
interface DayOfEvents {
  plans: readonly EventPlan[];
  byInstance: ReadonlyMap<string, readonly EventPlan[]>;
}

/** The account's own events as they would go: made day by day and region by region when first asked for, then kept. */
export interface EventBook {
  /** Announced between two times, both included; in no order. World epoch ms. */
  plans(regionId: string, from: number, to: number): EventPlan[];
  /** Those of the region that may be open at the moment, and some that are not. */
  maybeOpen(regionId: string, at: number): EventPlan[];
  /** Announced in the time from `from` to `to`. */
  plansOn(regionId: string, instanceId: string, from: number, to: number): EventPlan[];
  /** Places whose instances are let go and ordered anew. */
  places(regionId: string): readonly Place[];
  /** End of the subscription that runs at the moment, of instances that are renewed every week; null for others. */
  renewedUntil(instance: WorldInstance, at: number): number | null;
  /** When the next day of the book begins. */
  endOfDay(at: number): number;
}

export interface BookedWorld {
  readonly regions: readonly Region[];
  region(regionId: string): Region | undefined;
  instances(regionId: string): readonly WorldInstance[];
}

export function createEventBook(
  world: BookedWorld,
  { seed, bornAt }: { seed: number; bornAt: number },
): EventBook {
  const born = Math.floor(bornAt / 1000) * 1000;
  const stage = createStage(world, seed, born);
  const days = new Map<string, Map<number, DayOfEvents>>();
  const places = new Map<string, readonly Place[]>();
  const dayOf = (at: number) => Math.floor((at - born) / DAY);

  function placesIn(regionId: string): readonly Place[] {
    const known = places.get(regionId);
    if (known) return known;
    const made = TENANCIES.flatMap((tenancy, index) => {
      const base = tenancy.part[0] === regionId ? stage.instance(tenancy.part) : undefined;
      return base ? [{ tenancy, index, base, bornAt: born }] : [];
    });
    places.set(regionId, made);
    return made;
  }

  function day(regionId: string, number: number): DayOfEvents {
    let ofRegion = days.get(regionId);
    if (!ofRegion) days.set(regionId, (ofRegion = new Map()));
    const known = ofRegion.get(number);
    if (known) return known;
    const [start, end] = [born + number * DAY, born + (number + 1) * DAY];
    const plans = REPERTOIRE.flatMap((series) => plansOfSeries(series, stage, regionId, start, end));
    for (const place of placesIn(regionId)) {
      const term = Math.floor((start - born) / TERM.releaseAfter);
      for (const occupant of [term - 1, term, term + 1, term + 2]) {
        plans.push(
          ...termPlans(place, occupant).filter((plan) => plan.publishedAt >= start && plan.publishedAt < end),
        );
      }
    }
    const byInstance = new Map<string, EventPlan[]>();
    for (const plan of plans) {
      const list = byInstance.get(plan.instanceId);
      if (list) list.push(plan);
      else byInstance.set(plan.instanceId, [plan]);
    }
    const made = { plans, byInstance };
    ofRegion.set(number, made);
    return made;
  }

  function collect(
    regionId: string,
    from: number,
    to: number,
    read: (day: DayOfEvents) => readonly EventPlan[],
  ) {
    const found: EventPlan[] = [];
    // A slot of one day may announce in the first minutes of the next.
    for (let number = dayOf(from) - 1; number <= dayOf(to); number += 1) {
      for (const plan of read(day(regionId, number))) {
        if (plan.publishedAt >= from && plan.publishedAt <= to) found.push(plan);
      }
    }
    return found;
  }

  return {
    plans: (regionId, from, to) => collect(regionId, from, to, ({ plans }) => plans),
    maybeOpen: (regionId, at) => collect(regionId, at - LONGEST_LIFE, at, ({ plans }) => plans),
    plansOn: (regionId, instanceId, from, to) =>
      collect(regionId, from, to, ({ byInstance }) => byInstance.get(instanceId) ?? []),
    places: placesIn,
    renewedUntil(instance, at) {
      const renewal = RENEWALS.find(
        ({ part }) => part[0] === instance.regionId && part[1] === instance.instanceName,
      );
      if (!renewal) return null;
      const first = born + renewal.endsAfter;
      return first + (Math.floor((at - first) / (7 * DAY)) + 1) * 7 * DAY;
    },
    endOfDay: (at) => born + (dayOf(at) + 1) * DAY,
  };
}

function plansOfSeries(
  series: Series,
  stage: Stage,
  regionId: string,
  start: number,
  end: number,
): EventPlan[] {
  const first = stage.bornAt + series.phase;
  const plans: EventPlan[] = [];
  for (
    let number = Math.ceil((start - first) / series.period);
    first + number * series.period < end;
    number += 1
  ) {
    if (!series.concerns(number, regionId)) continue;
    plans.push(...series.make(slotOf(series, number, stage), stage, regionId));
  }
  return plans;
}

function createStage(world: BookedWorld, seed: number, bornAt: number): Stage {
  const named = new Map<string, ReadonlyMap<string, WorldInstance>>();
  const grown = new Map<string, readonly WorldInstance[]>();
  const rosterOf = (regionId: string) =>
    new Set(
      (regionId === HOME_REGION ? HOME_ROSTER : (OUTPOST_ROSTERS[regionId] ?? [])).map((plan) => plan.name),
    );
  const busy = new Set([...TENANCIES, ...RENEWALS].map(({ part }) => part[1]));

  function byName(regionId: string): ReadonlyMap<string, WorldInstance> {
    const known = named.get(regionId);
    if (known) return known;
    const roster = rosterOf(regionId);
    const made = new Map(
      world
        .instances(regionId)
        .filter((instance) => roster.has(instance.instanceName))
        .map((instance) => [instance.instanceName, instance]),
    );
    named.set(regionId, made);
    return made;
  }

  return {
    seed,
    bornAt,
    idPrefix: (regionId) => world.region(regionId)?.idPrefix ?? '',
    instance: ([regionId, name]) => byName(regionId).get(name),
    grown(regionId) {
      const known = grown.get(regionId);
      if (known) return known;
      const roster = byName(regionId);
      const made = world
        .instances(regionId)
        .filter((instance) => instance.state === 'Running' && !roster.has(instance.instanceName));
      grown.set(regionId, made);
      return made;
    },
    steady: (regionId) =>
      [...byName(regionId).values()].filter(
        (instance) => instance.state === 'Running' && !busy.has(instance.instanceName),
      ),
  };
}
