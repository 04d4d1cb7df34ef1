import type { SystemEventState } from '@/domain/system-events';
import { isFinalEventState, isPendingEventState } from '@/domain/system-events';
import { userActs } from '../lifecycle';
import type { Ledger } from '../ledger';
import type { World } from '../world/world';
import { type EventLife, finishedAt, lifeOf, stateAt, type UserActs } from './life';
import type { EventPlan } from './plan';

/** A system event as it is at a moment. World epoch ms. */
export interface EventView {
  plan: EventPlan;
  state: SystemEventState;
  /** The plan in force. */
  notBefore: number;
  /** Null while it is open. */
  finishedAt: number | null;
}

type Account = Pick<World, 'events'>;
type Acts = Pick<Ledger, 'changedInstances' | 'events'>;

/** What comes of a plan with the acts of a revision: the view of its end serves every moment after it. */
interface Outlook {
  events: UserActs['events'];
  revision: number;
  life: EventLife | null;
  end: EventView | null;
}

const outlooks = new WeakMap<EventPlan, Outlook>();

/** Lives depend on plan and acts alone, and lists look at the same thousands of them at every page turn. */
function outlookOf(plan: EventPlan, acts: UserActs): Outlook {
  const { events } = acts;
  const known = outlooks.get(plan);
  if (known?.events === events && known.revision === events.revision) return known;
  const made = { events, revision: events.revision, life: lifeOf(plan, acts), end: null };
  outlooks.set(plan, made);
  return made;
}

/** Null for an event that is not published yet, or never was. */
export function viewOf(plan: EventPlan, acts: UserActs, at: number): EventView | null {
  if (plan.publishedAt > at) return null;
  const outlook = outlookOf(plan, acts);
  const { life } = outlook;
  if (!life) return null;
  const endsAt = finishedAt(life);
  if (at >= endsAt && outlook.end) return outlook.end;
  const state = stateAt(life, at);
  if (!state) return null;
  if (!isFinalEventState(state)) return { plan, state, notBefore: life.notBefore, finishedAt: null };
  return (outlook.end = { plan, state, notBefore: life.notBefore, finishedAt: endsAt });
}

/** How long lists have events that passed and left nothing behind. Ms. */
const LISTED_MS = 3_600_000;

/**
 * Whether lists leave it out; asked for by its ID it is always answered. There is a failed creation at every moment, and each
 * is over in five minutes (manual 2.3), so that a day has three hundred alike: lists have those of the last hour, those a
 * user dealt with, and as many of the rest as an ordinary account would have.
 */
export function isFolded({ plan, state, finishedAt }: EventView, at: number): boolean {
  if (!plan.passing || finishedAt === null) return false;
  return finishedAt < at - LISTED_MS && state === (plan.closes?.state ?? plan.outcome);
}

/** Every event of the region published since `from` and those still open, newest first. */
export function eventsSince(
  world: Account,
  ledger: Acts,
  regionId: string,
  from: number,
  at: number,
): EventView[] {
  const acts = userActs(ledger);
  const views: EventView[] = [];
  for (const plans of [world.events.plans(regionId, from, at), ledger.events.plans(regionId)])
    for (const plan of plans) {
      const view = viewOf(plan, acts, at);
      if (view) views.push(view);
    }
  return views.sort(
    (a, b) => b.plan.publishedAt - a.plan.publishedAt || (a.plan.eventId < b.plan.eventId ? -1 : 1),
  );
}

/** The region's events that are not final, in no order. */
export function openEvents(world: Account, ledger: Acts, regionId: string, at: number): EventView[] {
  const acts = userActs(ledger);
  const plans = [...world.events.maybeOpen(regionId, at), ...ledger.events.plans(regionId)];
  return plans.flatMap((plan) => {
    const view = viewOf(plan, acts, at);
    return view && view.finishedAt === null ? [view] : [];
  });
}

/** The region's events that wait: for their time or for consent. */
export function pendingEvents(world: Account, ledger: Acts, regionId: string, at: number): EventView[] {
  return openEvents(world, ledger, regionId, at).filter(({ state }) => isPendingEventState(state));
}

const LONGEST_HISTORY = 80 * 86_400_000;

/** The event of that id, open or past. */
export function findEvent(
  world: Account,
  ledger: Acts,
  regionId: string,
  eventId: string,
  at: number,
): EventView | undefined {
  const plan =
    ledger.events.plans(regionId).find((one) => one.eventId === eventId) ??
    world.events.plans(regionId, at - LONGEST_HISTORY, at).find((one) => one.eventId === eventId);
  return (plan && viewOf(plan, userActs(ledger), at)) ?? undefined;
}
