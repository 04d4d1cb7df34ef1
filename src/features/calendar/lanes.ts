import { executionWindowOf, type Span, userWindowOf } from '@/domain/system-event-windows';
import { categoryOf, isDrill, isPendingEventState } from '@/domain/system-events';
import type { EventItem } from '@/features/events';
import type { Week } from './week';

/** One row of the calendar: events of one kind that happen at the same time in one region. */
export interface EventLane {
  key: string;
  events: readonly EventItem[];
  /** The user's window, and when it is carried out; null when there is none. */
  window: Span | null;
  execution: Span | null;
  /** When it begins, epoch ms. */
  at: number;
}

/**
 * The events that touch the week, each kind, time and region in a row of its own: however many windows overlap, none hides
 * another. Those that begin first stand on top.
 */
export function eventLanes(events: readonly EventItem[], week: Week): EventLane[] {
  const lanes = new Map<string, EventItem[]>();
  for (const event of events) {
    const key = `${event.region} ${event.type} ${event.state} ${isDrill(event)} ${event.notBefore ?? event.publishedAt ?? ''}`;
    const lane = lanes.get(key);
    if (lane) lane.push(event);
    else lanes.set(key, [event]);
  }
  return [...lanes]
    .flatMap(([key, list]): EventLane[] => {
      const [event] = list;
      const at = event?.notBefore ?? event?.publishedAt ?? null;
      if (!event || at === null) return [];
      const waits = isPendingEventState(event.state);
      const window = waits ? userWindowOf(event) : null;
      const execution = executionOf(event);
      const from = Math.min(window?.from ?? at, execution?.from ?? at);
      const to = Math.max(window?.to ?? at, execution?.to ?? at);
      return from < week.to && to >= week.from ? [{ key, events: list, window, execution, at }] : [];
    })
    .toSorted((a, b) => a.at - b.at || a.key.localeCompare(b.key));
}

/** Stops and releases happen at a moment; restarts and repairs take up to six hours (manual 2.1). */
function executionOf(event: EventItem): Span | null {
  const category = categoryOf(event.type);
  const span = executionWindowOf(event);
  if (!span || category === 'stop' || category === 'release')
    return event.notBefore === null ? null : { from: event.notBefore, to: event.notBefore };
  return span;
}

/** A fire, or several too near each other to tell apart. Epoch ms. */
export interface FireMark {
  from: number;
  to: number;
  count: number;
  past: boolean;
}

/** The share of the week that two ticks need between them. */
const NEAR = 0.011;

/** Fires (ascending) as marks: alone a tick, three and more of a day that would touch one band with their number. */
export function fireMarks(fires: readonly number[], week: Week, now: number): FireMark[] {
  const gap = NEAR * (week.to - week.from);
  const dayOf = (at: number) => week.days.findLastIndex((day) => day <= at);
  const runs: number[][] = [];
  for (const at of fires) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && at - last <= gap && last < now === at < now && dayOf(last) === dayOf(at))
      run.push(at);
    else runs.push([at]);
  }
  return runs.flatMap((run): FireMark[] => {
    const [from, to] = [run[0]!, run.at(-1)!];
    if (run.length > 2) return [{ from, to, count: run.length, past: to < now }];
    return run.map((at) => ({ from: at, to: at, count: 1, past: at < now }));
  });
}
