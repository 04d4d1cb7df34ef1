import { arrival, arrivalTurns, autoReleaseOf, stillborn } from './events/arrivals';
import { takesPart } from './events/cast';
import { releasedBy, turningPoints } from './events/condition';
import { type EventLife, lifeOf } from './events/life';
import { type EventPlan, PENDING_MS, RELEASE_MS } from './events/plan';
import { occupant, occupantAt, occupantId, orderedAt } from './events/tenancy';
import { type Acts, instanceAt, rebooted, userActs } from './instance-at';
import type { WorldInstance } from './world/instance';
import type { World } from './world/world';

/** How far back restarts are looked for. World ms. */
export const LOOK_BACK_MS = 62 * 86_400_000;

/** A region's fleet, good from a moment until something changes by itself, and as long as users do nothing. */
export interface Fleet {
  events: Acts['events'];
  revision: number;
  from: number;
  until: number;
  instances: readonly WorldInstance[];
  /** Positions; undefined: those of the world. */
  positions: ReadonlyMap<string, number> | undefined;
}

/** An instance as its events and users left it at the moment; undefined when it is not there. */
function present(
  { events }: World,
  ledger: Acts,
  made: WorldInstance,
  lives: readonly EventLife[],
  at: number,
): WorldInstance | undefined {
  const { instanceId } = made;
  if ((ledger.events.releasedAt(instanceId) ?? Infinity) <= at) return undefined;
  if (releasedBy(lives, at)) return undefined;
  const renewed = events.renewedUntil(made, at);
  const now = instanceAt(made, ledger.changedInstances.get(instanceId), lives, at);
  return renewed === null ? now : { ...now, expiresAt: renewed };
}

/** The instance as it is at the moment; undefined when it is not there, not yet or no more. */
export function findAt(
  world: World,
  ledger: Acts,
  regionId: string,
  instanceId: string,
  at: number,
): WorldInstance | undefined {
  const { events } = world;
  const acts = userActs(ledger);
  const livesOf = (plans: readonly EventPlan[]) => plans.flatMap((plan) => lifeOf(plan, acts) ?? []);
  const livesSince = (time: number) => livesOf(events.plansOn(regionId, instanceId, time, at + PENDING_MS));
  const place = events
    .places(regionId)
    .find((one) => one.base.instanceId === instanceId || occupantId(one, occupantAt(one, at)) === instanceId);
  if (place) {
    const number = occupantAt(place, at);
    if (occupantId(place, number) !== instanceId) return undefined;
    return present(world, ledger, occupant(place, number), livesSince(at - LOOK_BACK_MS), at);
  }
  const base = world.find(regionId, instanceId);
  if (base) {
    const lives = takesPart(base) ? livesSince(at - LOOK_BACK_MS) : [];
    return present(world, ledger, base, lives, at);
  }
  const made = ledger.events.findCreated(instanceId);
  if (made) {
    if (made.regionId !== regionId || made.at > at || autoReleaseOf(made) <= at) return undefined;
    const own = ledger.events.plans(regionId).filter((plan) => plan.eventId === made.eventId);
    return present(world, ledger, arrival(made, at), livesOf(own), at);
  }
  const [failure] = events
    .plansOn(regionId, instanceId, at - RELEASE_MS, at + PENDING_MS)
    .filter((plan) => plan.type === 'SystemFailure.Delete');
  const model = world.instances(regionId)[0];
  if (!failure || !model || failure.publishedAt - PENDING_MS > at) return undefined;
  const attempt = stillborn(model, instanceId, failure.publishedAt);
  return present(world, ledger, arrival(attempt, at), livesOf([failure]), at);
}

/** The region's instances as they are at the moment, newest first. */
export function makeFleet(world: World, ledger: Acts, regionId: string, at: number): Fleet {
  const { events } = world;
  const acts = userActs(ledger);
  let until = events.endOfDay(at);
  const turn = (time: number) => {
    if (time > at && time < until) until = time;
  };
  const livesOf = new Map<string, EventLife[]>();
  const failures: EventPlan[] = [];
  /** The plan's life, if it has one; the fleet changes at its turning points. */
  const follow = (plan: EventPlan): EventLife[] => {
    const life = lifeOf(plan, acts);
    if (!life) return [];
    for (const time of turningPoints(life)) turn(time);
    return [life];
  };
  // Failures are known to the fleet before they are announced: their instances are Pending.
  for (const plan of events.plans(regionId, at - LOOK_BACK_MS, until + PENDING_MS)) {
    if (plan.type === 'SystemFailure.Delete') {
      if (plan.publishedAt + plan.executionMs > at) failures.push(plan);
      continue;
    }
    const [life] = follow(plan);
    if (!life) continue;
    const list = livesOf.get(plan.instanceId);
    if (list) list.push(life);
    else livesOf.set(plan.instanceId, [life]);
  }
  const turnByUsers = (instanceId: string) => {
    for (const at of ledger.changedInstances.get(instanceId)?.reboots ?? []) {
      const { starting, up } = rebooted(at);
      turn(starting);
      turn(up);
    }
  };
  const added: WorldInstance[] = [];
  const add = (made: WorldInstance, lives: readonly EventLife[]) => {
    const now = present(world, ledger, made, lives, at);
    if (now) added.push(now);
  };
  const model = world.instances(regionId)[0];
  for (const failure of failures) {
    const begun = failure.publishedAt - PENDING_MS;
    const lives = follow(failure);
    turn(begun);
    if (model && begun <= at) {
      add(arrival(stillborn(model, failure.instanceId, failure.publishedAt), at), lives);
    }
  }
  for (const made of ledger.events.created(regionId)) {
    const own = ledger.events.plans(regionId).filter((plan) => plan.eventId === made.eventId);
    for (const time of arrivalTurns(made)) turn(time);
    turnByUsers(made.instanceId);
    const lives = own.flatMap(follow);
    if (made.at <= at && at < autoReleaseOf(made)) add(arrival(made, at), lives);
  }
  const replaced = new Set<string>();
  for (const place of events.places(regionId)) {
    const number = occupantAt(place, at);
    const holder = occupant(place, number);
    replaced.add(place.base.instanceId);
    turn(orderedAt(place, number + 1));
    turnByUsers(holder.instanceId);
    add(holder, livesOf.get(holder.instanceId) ?? []);
  }
  const instances: WorldInstance[] = [];
  for (const instance of world.instances(regionId)) {
    const { instanceId } = instance;
    if (replaced.has(instanceId)) continue;
    const history = ledger.changedInstances.get(instanceId);
    if (history) turnByUsers(instanceId);
    const lives = livesOf.get(instanceId);
    if (lives) turn(events.renewedUntil(instance, at) ?? until);
    const untouched = !lives && !history && ledger.events.releasedAt(instanceId) === null;
    const now = untouched ? instance : present(world, ledger, instance, lives ?? [], at);
    if (now) instances.push(now);
  }
  const { revision } = ledger.events;
  const same = added.length === 0 && instances.length === world.instances(regionId).length;
  if (!same) {
    instances.push(...added);
    instances.sort((a, b) => b.createdAt - a.createdAt || (a.instanceId < b.instanceId ? -1 : 1));
  }
  return {
    events: ledger.events,
    revision,
    from: at,
    until,
    instances,
    positions: same ? undefined : new Map(instances.map((instance, index) => [instance.instanceId, index])),
  };
}
