import { latestFor } from '@/domain/system-event-reschedule';
import { executionWindowOf, userWindowOf } from '@/domain/system-event-windows';
import { categoryOf, isFinalEventState, isPendingEventState, isPlannedRestart } from '@/domain/system-events';
import type { EventItem } from '../event-item';

export const LIFE_STEPS = ['published', 'latest', 'planned', 'began', 'doneBy', 'finished'] as const;
export type LifeStep = (typeof LIFE_STEPS)[number];

export interface LifeLine {
  /** The moments of the event's life that are known or expected, ascending; epoch ms. */
  steps: readonly { step: LifeStep; at: number }[];
  /** Where the bar begins and ends; null when no two moments are known. */
  span: { from: number; to: number } | null;
  /** The user's window and the execution's; null when there is none. */
  window: { from: number; to: number } | null;
  execution: { from: number; to: number } | null;
}

/** The life of an event (manual 2.1): announced, yours to answer, carried out, over. */
export function lifeLineOf(event: EventItem): LifeLine {
  const { publishedAt, notBefore, finishedAt } = event;
  const isOver = isFinalEventState(event.state);
  const latest = isPlannedRestart(event.type) && isPendingEventState(event.state) ? latestFor(event) : null;
  const category = categoryOf(event.type);
  // Stops and releases happen at their moment; the six hours are for repairs.
  const planned = category === 'stop' || category === 'release' ? null : executionWindowOf(event);
  const execution =
    finishedAt !== null && notBefore !== null && finishedAt >= notBefore
      ? { from: notBefore, to: finishedAt }
      : isOver
        ? null
        : planned;
  const all: { step: LifeStep; at: number | null }[] = [
    { step: 'published', at: publishedAt },
    { step: 'latest', at: latest },
    {
      step: isPendingEventState(event.state) || notBefore !== publishedAt ? 'planned' : 'began',
      at: notBefore,
    },
    { step: 'doneBy', at: isOver ? null : (planned?.to ?? null) },
    { step: 'finished', at: finishedAt },
  ];
  const steps = all
    .flatMap(({ step, at }) => (at === null ? [] : [{ step, at }]))
    .toSorted((a, b) => a.at - b.at);
  const [first, last] = [steps[0]?.at, steps.at(-1)?.at];
  return {
    steps,
    span: first !== undefined && last !== undefined && last > first ? { from: first, to: last } : null,
    window: userWindowOf(event),
    execution,
  };
}
