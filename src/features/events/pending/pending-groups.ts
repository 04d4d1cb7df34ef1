import { isPendingEventState } from '@/domain/system-events';
import { deadlineOf, type EventItem } from '../event-item';

/** How near an event is: being carried out or due, due within a day, later or at a time nobody knows. */
export const PENDING_GROUPS = ['underWay', 'soon', 'later'] as const;
export type PendingGroup = (typeof PENDING_GROUPS)[number];

const DAY_MS = 24 * 3_600_000;

/** The group of an event that is not over. `now` in epoch ms. An unknown state counts as under way: it is not waiting. */
export function groupOf(event: EventItem, now: number): PendingGroup {
  if (!isPendingEventState(event.state)) return 'underWay';
  if (event.notBefore === null) return 'later';
  if (event.notBefore <= now) return 'underWay';
  return event.notBefore - now <= DAY_MS ? 'soon' : 'later';
}

/** The moments at which an event changes its group, ascending. */
export function groupChanges(events: readonly EventItem[]): number[] {
  return events
    .flatMap(({ notBefore }) => (notBefore === null ? [] : [notBefore - DAY_MS, notBefore]))
    .toSorted((a, b) => a - b);
}

/** How many of the ascending moments are over. */
export function countPassed(moments: readonly number[], now: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorted by time left: what runs out first, then what is under way without an end in sight, then what has no time. */
export function byTimeLeft(events: readonly EventItem[]): EventItem[] {
  const rank = (event: EventItem) => deadlineOf(event) ?? event.notBefore ?? Infinity;
  return events.toSorted((a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key));
}

/** Every event in its group, each group by time left. */
export function groupPending(
  events: readonly EventItem[],
  now: number,
): Record<PendingGroup, readonly EventItem[]> {
  const groups: Record<PendingGroup, EventItem[]> = { underWay: [], soon: [], later: [] };
  for (const event of byTimeLeft(events)) groups[groupOf(event, now)].push(event);
  return groups;
}
