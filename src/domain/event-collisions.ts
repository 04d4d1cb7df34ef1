import { executionWindowOf } from './system-event-windows';
import { categoryOf, isFinalEventState, isPlannedRestart } from './system-events';

/** A planned event, as far as it can stand in the way of runs. Times in epoch ms. */
export interface PlannedEvent {
  key: string;
  region: string;
  instanceId: string;
  type: string;
  state: string;
  notBefore: number | null;
}

/** A schedule with its fires, ascending, epoch ms. */
export interface FiringSchedule {
  id: string;
  region: string;
  instanceIds: readonly string[];
  fires: readonly number[];
}

/**
 * How runs and an event meet: the run starts as the instance restarts and is cut off; it falls into the hours in which the
 * restart may take place (manual 2.1: within 6 h); or the instance is stopped or released by then and stays so.
 */
export type CollisionKind = 'atRestart' | 'inWindow' | 'afterStop';

export interface Collision {
  kind: CollisionKind;
  eventKey: string;
  scheduleId: string;
  /** The first run that is hit, and how many are. */
  at: number;
  count: number;
}

/** A run that starts this shortly before a restart is hardly over when it comes. */
const SHORTLY_BEFORE_MS = 10 * 60_000;

/**
 * Which runs of schedules meet which planned events on the same instance, the earliest first. Events that are over, and
 * those of unknown types, are in nobody's way. One collision per pair of a schedule and an event.
 */
export function collisionsOf(
  events: readonly PlannedEvent[],
  schedules: readonly FiringSchedule[],
): Collision[] {
  const byInstance = new Map<string, FiringSchedule[]>();
  for (const schedule of schedules) {
    for (const id of schedule.instanceIds) {
      const key = `${schedule.region} ${id}`;
      const list = byInstance.get(key);
      if (list) list.push(schedule);
      else byInstance.set(key, [schedule]);
    }
  }
  return events
    .flatMap((event) => {
      const span = hitSpan(event);
      if (!span) return [];
      return (byInstance.get(`${event.region} ${event.instanceId}`) ?? []).flatMap(
        (schedule): Collision[] => {
          const hit = schedule.fires.filter((at) => at >= span.from && at < span.to);
          const [at] = hit;
          if (at === undefined) return [];
          const kind =
            span.to === Infinity
              ? 'afterStop'
              : at <= (event.notBefore ?? at) + SHORTLY_BEFORE_MS
                ? 'atRestart'
                : 'inWindow';
          return [{ kind, eventKey: event.key, scheduleId: schedule.id, at, count: hit.length }];
        },
      );
    })
    .toSorted((a, b) => a.at - b.at || a.scheduleId.localeCompare(b.scheduleId));
}

/** When a run on the event's instance would be hit; null when never. */
function hitSpan(event: PlannedEvent): { from: number; to: number } | null {
  if (isFinalEventState(event.state) || event.notBefore === null) return null;
  const category = categoryOf(event.type);
  if (category === 'stop' || category === 'release') return { from: event.notBefore, to: Infinity };
  const execution = executionWindowOf(event);
  if (!execution || !isPlannedRestart(event.type)) return null;
  return { from: execution.from - SHORTLY_BEFORE_MS, to: execution.to };
}
