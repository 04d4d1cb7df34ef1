import { arrivalTurns } from './events/arrivals';
import { turningPoints } from './events/condition';
import { lifeOf } from './events/life';
import { PENDING_MS } from './events/plan';
import { occupantAt, occupantId, orderedAt, type Place } from './events/tenancy';
import { LOOK_BACK_MS } from './fleet';
import { type Acts, rebooted, userActs } from './instance-at';
import type { World } from './world/world';

export interface AccountNow {
  /** At whatever moment: only what never changes is asked of it. */
  world: Pick<World, 'events' | 'made'>;
  ledger: Acts;
}

/**
 * The moments from `from` to `to` at which there may be a change in whether an instance is there, in its state or in its
 * agent, in no order: between two of them `findAt` says the same of these. World epoch ms. Null: not known, because the
 * instance is one that could not be made, or never was.
 */
export function instanceTurns(
  { world, ledger }: AccountNow,
  regionId: string,
  instanceId: string,
  from: number,
  to: number,
): number[] | null {
  const { events } = world;
  const places = events.places(regionId).filter((place) => holds(place, instanceId, from, to));
  const created = ledger.events.findCreated(instanceId);
  if (places.length === 0 && !created && !world.made(regionId, instanceId)) return null;
  const acts = userActs(ledger);
  const plans = [
    ...events.plansOn(regionId, instanceId, from - LOOK_BACK_MS, to + PENDING_MS),
    ...ledger.events.plans(regionId).filter((plan) => plan.instanceId === instanceId),
  ];
  const turns = [
    ...plans.flatMap((plan) => {
      const life = lifeOf(plan, acts);
      // From when to when it is looked at.
      const looked = [plan.publishedAt - PENDING_MS, plan.publishedAt + LOOK_BACK_MS];
      return life ? [...turningPoints(life), ...looked] : [];
    }),
    ...acts.rebootsOf(instanceId).flatMap((at) => {
      const { starting, up } = rebooted(at);
      return [at, starting, up];
    }),
    ...places.flatMap((place) => orders(place, from, to)),
    ...(created ? arrivalTurns(created) : []),
    ledger.events.releasedAt(instanceId) ?? Infinity,
  ];
  return turns.filter((at) => at >= from && at <= to);
}

function numbers(place: Place, from: number, to: number): number[] {
  const first = occupantAt(place, from);
  return Array.from({ length: occupantAt(place, to) + 1 - first }, (_, index) => first + index);
}

/** Whether the place is the instance's at some time between. */
function holds(place: Place, instanceId: string, from: number, to: number): boolean {
  return (
    place.base.instanceId === instanceId ||
    numbers(place, from, to).some((number) => occupantId(place, number) === instanceId)
  );
}

const orders = (place: Place, from: number, to: number) =>
  numbers(place, from, to).map((number) => orderedAt(place, number));
