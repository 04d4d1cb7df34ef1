import { type CmsEventName, cmsNameOf, findCmsEventName } from '@/domain/cms-event-names';
import { readCmsContent } from '@/domain/cms-event-content';
import { eventRuleBook } from '../alarms/event-rule-book';
import type { SnapshotCreated } from '../events/acts';
import { arrival, arrivalTurns } from '../events/arrivals';
import { restartOf } from '../events/condition';
import { isFolded, viewOf } from '../events/event-view';
import { type EventLife, type LifeStep, lifeOf, type UserActs } from '../events/life';
import { type EventPlan, PENDING_MS } from '../events/plan';
import { snapshotMs } from '../events/snapshot';
import { occupant, occupantAt } from '../events/tenancy';
import { rebooted, userActs } from '../instance-at';
import type { ActionContext } from './action';

const DAY = 86_400_000;
/** No event is open longer. */
const LONGEST_LIFE = 16 * DAY;

/** Something CloudMonitor was told of. `at` in world epoch ms. */
export interface LoggedEvent {
  at: number;
  name: CmsEventName;
  regionId: string;
  instanceId: string;
  source: EventSource;
}

export type EventSource =
  | { of: 'life'; life: EventLife; step: LifeStep }
  | { of: 'state'; state: string; knownAt: number }
  | { of: 'snapshot'; snapshot: SnapshotCreated }
  | { of: 'test'; id: string; content: string };

export type LogContext = Pick<ActionContext, 'world' | 'worldAt' | 'ledger' | 'now'>;

/** Both included. World epoch ms. */
export interface LogSpan {
  from: number;
  to: number;
}

const STATE_CHANGE = findCmsEventName('Instance:StateChange')!;
const SNAPSHOT_MADE = findCmsEventName('Snapshot:CreateSnapshotCompleted')!;

interface Telling {
  events: UserActs['events'];
  revision: number;
  told: readonly LoggedEvent[];
}

const tellings = new WeakMap<EventPlan, Telling>();

/** All that a plan makes CloudMonitor hear of, also later; it depends on plan and acts alone. */
function toldBy(plan: EventPlan, acts: UserActs): readonly LoggedEvent[] {
  const { events } = acts;
  const known = tellings.get(plan);
  if (known?.events === events && known.revision === events.revision) return known.told;
  const life = lifeOf(plan, acts);
  const told = life ? [...statesOf(life), ...changesOf(life)] : [];
  tellings.set(plan, { events, revision: events.revision, told });
  return told;
}

/** Every state of the event (contract 10.10); nothing of what ECS alone knows. */
function statesOf(life: EventLife): LoggedEvent[] {
  const { type, regionId, instanceId } = life.plan;
  return life.steps.flatMap((step) => {
    const name = Number.isFinite(step.at) ? cmsNameOf(type, step.state) : null;
    return name ? [{ at: step.at, name, regionId, instanceId, source: { of: 'life', life, step } }] : [];
  });
}

/** What the event does to the state of its instance. */
function changesOf(life: EventLife): LoggedEvent[] {
  const { plan, steps } = life;
  if (plan.drill) return [];
  const change = (at: number, state: string) => changed(plan, state, at, plan.publishedAt);
  const reached = (state: string) =>
    steps.find((step) => step.state === state && Number.isFinite(step.at))?.at;
  const restart = restartOf(life);
  if (restart && Number.isFinite(restart.at)) {
    const { at, starting, up } = restart;
    return [
      ...(starting > at ? [change(at, 'Stopping')] : []),
      change(starting, 'Starting'),
      change(up, 'Running'),
    ];
  }
  const executed = reached('Executed');
  if (plan.type.endsWith('.Stop')) {
    const executing = executed === undefined ? undefined : reached('Executing');
    return [
      ...(executing === undefined ? [] : [change(executing, 'Stopping')]),
      ...(executed === undefined ? [] : [change(executed, 'Stopped')]),
    ];
  }
  if (!plan.type.endsWith('.Delete')) return [];
  const failed = plan.type === 'SystemFailure.Delete';
  return [
    ...(failed
      ? [change(plan.publishedAt - PENDING_MS, 'Pending'), change(plan.publishedAt, 'Stopped')]
      : []),
    ...(executed === undefined ? [] : [change(executed, 'Deleted')]),
  ];
}

/** @param knownAt when the instance was surely there, to ask for its name */
function changed(
  { regionId, instanceId }: { regionId: string; instanceId: string },
  state: string,
  at: number,
  knownAt = at,
): LoggedEvent {
  return { at, name: STATE_CHANGE, regionId, instanceId, source: { of: 'state', state, knownAt } };
}

/** What CloudMonitor was told in a span until now, in all regions and in no order. */
export function eventLog(context: LogContext, { from, to }: LogSpan): LoggedEvent[] {
  const { world, ledger, now } = context;
  const acts = userActs(ledger);
  const last = Math.min(to, now);
  const found: LoggedEvent[] = [];
  const take = (event: LoggedEvent) => {
    if (event.at >= from && event.at <= last) found.push(event);
  };
  for (const { regionId } of world.regions) {
    const plans = world.events.plans(regionId, from - LONGEST_LIFE, last + PENDING_MS);
    for (const plan of [...plans, ...ledger.events.plans(regionId)]) {
      const view = plan.passing ? viewOf(plan, acts, now) : null;
      if (!view || !isFolded(view, now)) toldBy(plan, acts).forEach(take);
    }
    for (const made of ledger.events.created(regionId)) {
      // Of those that cannot be made, the failure tells.
      if (made.eventId !== null) continue;
      for (const at of arrivalTurns(made)) take(changed(made, arrival(made, at).state, at));
    }
    for (const place of world.events.places(regionId)) {
      for (let number = occupantAt(place, from); number <= occupantAt(place, last); number += 1) {
        const { instanceId, startedAt } = occupant(place, number);
        take(changed({ regionId, instanceId }, 'Running', startedAt));
      }
    }
    for (const snapshot of ledger.events.snapshots(regionId)) {
      const { instanceId } = snapshot;
      const at = snapshot.at + snapshotMs(snapshot);
      take({ at, name: SNAPSHOT_MADE, regionId, instanceId, source: { of: 'snapshot', snapshot } });
    }
  }
  for (const event of changedByUsers(context)) take(event);
  for (const { id, at, name, content } of eventRuleBook(ledger.alarmChanges).tests) {
    const known = findCmsEventName(name);
    const { regionId = '' } = /^acs:[^:]*:(?<regionId>[^:]*):/.exec(resourceOf(content))?.groups ?? {};
    const { instanceId } = readCmsContent(content);
    if (known) take({ at, name: known, regionId, instanceId, source: { of: 'test', id, content } });
  }
  return found;
}

/** Restarts and releases that users asked for, of instances wherever they are. */
function* changedByUsers({ world, worldAt, ledger }: LogContext): Generator<LoggedEvent> {
  const regionOf = (instanceId: string, at: number) =>
    ledger.events.findCreated(instanceId)?.regionId ??
    world.regions.find(
      ({ regionId }) => world.made(regionId, instanceId) ?? worldAt(at).find(regionId, instanceId),
    )?.regionId;
  for (const [instanceId, { reboots }] of ledger.changedInstances) {
    for (const reboot of reboots) {
      const regionId = regionOf(instanceId, reboot);
      if (regionId === undefined) continue;
      const { at, starting, up } = rebooted(reboot);
      const instance = { regionId, instanceId };
      yield changed(instance, 'Stopping', at);
      yield changed(instance, 'Starting', starting, at);
      yield changed(instance, 'Running', up, at);
    }
  }
  for (const [instanceId, at] of ledger.events.releases) {
    const regionId = regionOf(instanceId, at - 1);
    if (regionId !== undefined) yield changed({ regionId, instanceId }, 'Deleted', at, at - 1);
  }
}

/** The resource a test event names, `''` when it names none. */
export function resourceOf(content: string): string {
  try {
    const { resourceId } = JSON.parse(content) as { resourceId?: unknown };
    return typeof resourceId === 'string' ? resourceId : '';
  } catch {
    return '';
  }
}
