import { type EventItem, PENDING_GROUPS, type PendingGroup } from '@/features/events';

export type PendingLine =
  { kind: 'group'; group: PendingGroup; count: number } | { kind: 'event'; event: EventItem };

/** What is under way can only be watched: what is about to be comes before it. */
const URGENT_FIRST: readonly PendingGroup[] = ['soon', 'underWay', 'later'];

/**
 * As many events as fit, under the heading of their group: of each group at least the first, the rest of the room goes to
 * what is more urgent.
 * @param room lines, at least two for each group
 */
export function pendingLines(
  groups: Readonly<Record<PendingGroup, readonly EventItem[]>>,
  room: number,
): PendingLine[] {
  const present = PENDING_GROUPS.filter((group) => groups[group].length > 0);
  let left = Math.max(0, room - 2 * present.length);
  const shown = new Map<PendingGroup, number>();
  for (const group of URGENT_FIRST.filter((name) => present.includes(name))) {
    const more = Math.min(left, groups[group].length - 1);
    shown.set(group, 1 + more);
    left -= more;
  }
  return present.flatMap((group): PendingLine[] => [
    { kind: 'group', group, count: groups[group].length },
    ...groups[group].slice(0, shown.get(group)).map((event): PendingLine => ({ kind: 'event', event })),
  ]);
}
