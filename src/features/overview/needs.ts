import type { HealthStatus } from '@/domain/health';
import { categoryOf, isPendingEventState, isPlannedRestart } from '@/domain/system-events';
import { type BatchPlan, stepOf } from '@/features/batches';
import { deadlineOf, type EventItem, type PendingGroup } from '@/features/events';
import type { Run } from './run';

/** What an event asks of a person. */
export const EVENT_NEEDS = ['restart', 'stop', 'release', 'creationFailure', 'consent', 'other'] as const;
export type EventNeed = (typeof EVENT_NEEDS)[number];

export type QuotaName = 'commands' | 'runs';

/** One thing a person should look at. */
export type Need =
  | { kind: 'events'; what: EventNeed; events: readonly EventItem[] }
  | { kind: 'held'; plan: BatchPlan }
  /** The newest of the commands that failed, and how many others did. */
  | { kind: 'failed'; run: Run; others: number }
  | { kind: 'sick'; counts: readonly { health: HealthStatus; count: number }[]; total: number }
  | { kind: 'quota'; quota: QuotaName; used: number; limit: number };

export interface NeedFacts {
  groups: Readonly<Record<PendingGroup, readonly EventItem[]>>;
  plans: readonly BatchPlan[];
  /** Runs that went wrong and were not repeated, newest first. */
  failing: readonly Run[];
  /** Instances that are not well, by health. */
  sick: readonly { health: HealthStatus; count: number }[];
  /** Figures are null while not known. */
  quotas: Readonly<Record<QuotaName, { used: number | null; limit: number | null }>>;
}

/** From this share on a quota is named, as its meter warns. */
const NEAR = 0.85;

/** What there is to look at, the most urgent first: what is due, what waits for a decision, what went wrong, what runs out. */
export function needsOf({ groups, plans, failing, sick, quotas }: NeedFacts): Need[] {
  const [run, ...others] = failing;
  const ill = sick.filter(({ count }) => count > 0);
  return [
    ...eventNeeds(groups),
    ...plans.filter(waitsForPerson).map((plan): Need => ({ kind: 'held', plan })),
    ...(run ? [{ kind: 'failed' as const, run, others: others.length }] : []),
    ...(ill.length > 0
      ? [{ kind: 'sick' as const, counts: ill, total: ill.reduce((sum, { count }) => sum + count, 0) }]
      : []),
    ...(['commands', 'runs'] as const).flatMap((quota): Need[] => {
      const { used, limit } = quotas[quota];
      const isNear = used !== null && limit !== null && limit > 0 && used / limit >= NEAR;
      return isNear ? [{ kind: 'quota', quota, used, limit }] : [];
    }),
  ];
}

/** Whether a rule or a refusal holds it; who paused it knows. */
function waitsForPerson(plan: BatchPlan): boolean {
  const step = stepOf(plan);
  return step.kind === 'hold' && (step.why !== 'paused' || plan.pausedBy === 'refusal');
}

/** Events of one kind are one thing to look at; the kind with the nearest deadline first. */
function eventNeeds({ underWay, soon, later }: NeedFacts['groups']): Need[] {
  const byKind = new Map<EventNeed, EventItem[]>();
  const sort = (events: readonly EventItem[], isSoon: boolean) => {
    for (const event of events) {
      const what = eventNeed(event, isSoon);
      if (what === null) continue;
      const others = byKind.get(what);
      if (others) others.push(event);
      else byKind.set(what, [event]);
    }
  };
  sort(underWay, false);
  sort(soon, true);
  sort(later, false);
  const nearest = (events: readonly EventItem[]) =>
    events.reduce((least, event) => Math.min(least, deadlineOf(event) ?? Infinity), Infinity);
  return [...byKind]
    .map(([what, events]) => ({ what, events, at: nearest(events) }))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ what, events }): Need => ({ kind: 'events', what, events }));
}

/** Null: nothing is to be decided about it now. */
function eventNeed(event: EventItem, isSoon: boolean): EventNeed | null {
  if (event.state === 'Inquiring') return 'consent';
  const category = categoryOf(event.type);
  // Released by itself a day after, and paid for until then (manual 2.3).
  if (category === 'creationFailure') return 'creationFailure';
  if (!isSoon || !isPendingEventState(event.state)) return null;
  if (isPlannedRestart(event.type) || category === 'unplannedRestart') return 'restart';
  return category === 'stop' || category === 'release' ? category : 'other';
}
