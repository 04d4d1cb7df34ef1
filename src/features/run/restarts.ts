import type { SystemEvent } from '@/api/ecs/system-events';
import { categoryOf, isFinalEventState } from '@/domain/system-events';

/** An instance that a system event may restart, stop or release while the run is under way. */
export interface Restart {
  instanceId: string;
  /** Epoch ms; null: at once, or not said. */
  at: number | null;
}

const DAY_MS = 86_400_000;
const DISTURBING: ReadonlySet<string> = new Set(['plannedRestart', 'unplannedRestart', 'stop', 'release']);

/**
 * How long a run may last, ms: by its timeout, one batch after the other. A schedule goes on; the next day of it counts.
 */
export function runWindow(timeoutSeconds: number, batches: number, scheduled: boolean): number {
  return scheduled ? DAY_MS : timeoutSeconds * 1000 * Math.max(1, batches);
}

/** Of these instances, those with an event in the span from `now`, epoch ms, the earliest first (manual 2.1). */
export function restartsWithin(
  events: readonly Pick<SystemEvent, 'InstanceId' | 'EventType' | 'EventCycleStatus' | 'NotBefore'>[],
  instanceIds: readonly string[],
  now: number,
  windowMs: number,
): Restart[] {
  const chosen = new Set(instanceIds);
  const found = new Map<string, Restart>();
  for (const { InstanceId, EventType, EventCycleStatus, NotBefore } of events) {
    if (!chosen.has(InstanceId) || isFinalEventState(EventCycleStatus)) continue;
    if (!DISTURBING.has(categoryOf(EventType) ?? '')) continue;
    const at = EventCycleStatus === 'Executing' ? null : NotBefore;
    if (at !== null && at > now + windowMs) continue;
    const known = found.get(InstanceId);
    if (!known || (known.at ?? 0) > (at ?? 0)) found.set(InstanceId, { instanceId: InstanceId, at });
  }
  return [...found.values()].toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
}
