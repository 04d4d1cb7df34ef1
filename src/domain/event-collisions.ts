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

/** A run that is not over, on the instances where it has not ended. Times in epoch ms. */
export interface OpenRun {
  id: string;
  region: string;
  instanceIds: readonly string[];
  /** Now, as it is under way or may begin at any moment. */
  from: number;
  /** When it is over at the latest, as far as can be told. */
  until: number;
}

/**
 * How runs and an event meet. A fire of a schedule: the run starts as the instance restarts and is cut off; it falls into the
 * hours in which the restart may take place (manual 2.1: within 6 h); or the instance is stopped or released by then and
 * stays so. A run that is not over: the event may be carried out now, or before the run is at its end.
 */
export type CollisionKind = 'atRestart' | 'inWindow' | 'afterStop' | 'underWay' | 'beforeEnd';

export interface Collision {
  kind: CollisionKind;
  eventKey: string;
  /** Of the schedule, or of the run that is not over. */
  runId: string;
  /** When they meet first, and how many runs are hit. */
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
  return meetings(events, schedules, (schedule, event, span): Collision[] => {
    const hit = schedule.fires.filter((at) => at >= span.from && at < span.to);
    const [at] = hit;
    if (at === undefined) return [];
    const kind =
      span.to === Infinity
        ? 'afterStop'
        : at <= (event.notBefore ?? at) + SHORTLY_BEFORE_MS
          ? 'atRestart'
          : 'inWindow';
    return [{ kind, eventKey: event.key, runId: schedule.id, at, count: hit.length }];
  });
}

/**
 * Which runs that are not over meet which planned events, likewise: those whose instance may go down now, and those that may
 * still be under way when it does. One collision per pair.
 */
export function openRunCollisions(events: readonly PlannedEvent[], runs: readonly OpenRun[]): Collision[] {
  const found = new Map<string, Collision>();
  const all = meetings(events, runs, (run, event, span): Collision[] => {
    if (span.from > run.until || span.to <= run.from) return [];
    const isNow = span.from <= run.from;
    const at = isNow ? run.from : (event.notBefore ?? span.from);
    return [{ kind: isNow ? 'underWay' : 'beforeEnd', eventKey: event.key, runId: run.id, at, count: 1 }];
  });
  // A run may come in parts that end at different times.
  for (const one of all) {
    const pair = `${one.runId} ${one.eventKey}`;
    if (!found.has(pair)) found.set(pair, one);
  }
  return [...found.values()];
}

export const byTime = (a: Collision, b: Collision) =>
  a.at - b.at || a.runId.localeCompare(b.runId) || a.eventKey.localeCompare(b.eventKey);

/** Every pair of an event and what is to run on its instance. */
function meetings<Run extends { region: string; instanceIds: readonly string[] }>(
  events: readonly PlannedEvent[],
  runs: readonly Run[],
  meet: (run: Run, event: PlannedEvent, span: { from: number; to: number }) => Collision[],
): Collision[] {
  const byInstance = new Map<string, Run[]>();
  for (const run of runs) {
    for (const id of run.instanceIds) {
      const key = `${run.region} ${id}`;
      const list = byInstance.get(key);
      if (list) list.push(run);
      else byInstance.set(key, [run]);
    }
  }
  return events
    .flatMap((event) => {
      const span = hitSpan(event);
      const met = byInstance.get(`${event.region} ${event.instanceId}`);
      return span && met ? met.flatMap((run) => meet(run, event, span)) : [];
    })
    .toSorted(byTime);
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
