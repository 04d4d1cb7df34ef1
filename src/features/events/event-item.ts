import type { SystemEvent } from '@/api/ecs/system-events';
import type { ActionableEvent } from '@/domain/system-event-actions';
import { AUTO_RELEASE_MS, type Span, userWindowOf } from '@/domain/system-event-windows';
import { categoryOf, isPendingEventState } from '@/domain/system-events';

/** A system event as the pages handle it: in the rules' words, with its region. Times in epoch ms, null while not known. */
export interface EventItem extends ActionableEvent {
  /** Names the row: one event may touch several instances. */
  key: string;
  region: string;
  id: string;
  instanceId: string;
  publishedAt: number | null;
  notBefore: number | null;
  initialNotBefore: number | null;
  finishedAt: number | null;
  /** False: the server says that accepting is not possible. */
  canAccept: boolean | undefined;
  raw: Readonly<Record<string, unknown>>;
}

export function eventItem(region: string, event: SystemEvent): EventItem {
  return {
    key: `${region} ${event.EventId} ${event.InstanceId}`,
    region,
    id: event.EventId,
    instanceId: event.InstanceId,
    type: event.EventType,
    state: event.EventCycleStatus,
    reason: event.Reason,
    publishedAt: event.EventPublishTime,
    notBefore: event.NotBefore,
    initialNotBefore: event.InitialNotBefore,
    finishedAt: event.EventFinishTime,
    canAccept: event.CanAccept,
    raw: event.raw,
  };
}

const made = new WeakMap<SystemEvent, EventItem>();

/** The items of one answer; an event that came unchanged is the same item, so that its row is not drawn anew. */
export function eventItems(region: string, events: readonly SystemEvent[]): EventItem[] {
  return events.map((event) => {
    const item = made.get(event) ?? eventItem(region, event);
    made.set(event, item);
    return item;
  });
}

/** What the countdown of an event runs to, epoch ms: its plan, or the release after a failed creation. Null: to nothing. */
export function deadlineOf(event: EventItem): number | null {
  if (isPendingEventState(event.state)) return event.notBefore;
  if (event.state !== 'Executing' || categoryOf(event.type) !== 'creationFailure') return null;
  const failedAt = event.notBefore ?? event.publishedAt;
  return failedAt === null ? null : failedAt + AUTO_RELEASE_MS;
}

/** The span that the bar under the countdown shows; null when there is none. */
export function countdownSpan(event: EventItem): Span | null {
  if (isPendingEventState(event.state)) return userWindowOf(event);
  const end = deadlineOf(event);
  return end === null ? null : { from: end - AUTO_RELEASE_MS, to: end };
}
