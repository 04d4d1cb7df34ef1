import { isPlannedRestart } from './system-events';

/** The latest time an event can be moved to lies this long before its plan (manual 2.1). Ms. */
export const RESCHEDULE_LEAD_MS = 30 * 60_000;

/** Why an event cannot be moved, or not to the wanted time. */
export type RescheduleProblem =
  | 'notPlannedRestart'
  | 'notScheduled'
  | 'noPlan'
  | 'started'
  | 'noTimeLeft'
  | 'noTime'
  | 'inPast'
  | 'tooLate';

/** What the rules look at; times in epoch ms. */
export interface ReschedulableEvent {
  type: string;
  state: string;
  notBefore: number | null;
  /** The plan the event was announced with, when it was moved since and the server says so. */
  initialNotBefore?: number | null;
}

/** The latest time a restart planned for `planned` can be moved to (manual 2.1). Epoch ms. */
export function latestReschedule(planned: number): number {
  return planned - RESCHEDULE_LEAD_MS;
}

/**
 * The latest time this event can be moved to, null without a plan. The plan that counts is the first one: an event that
 * was brought forward may be put off again (contract 7, ModifySystemEventAttribute).
 */
export function latestFor(event: ReschedulableEvent): number | null {
  const planned = event.initialNotBefore ?? event.notBefore;
  return planned === null ? null : latestReschedule(planned);
}

/** Why the event cannot be moved at all now; null when it can (manual 2.1: planned restarts only, before they begin). */
export function reschedulableProblem(event: ReschedulableEvent, now: number): RescheduleProblem | null {
  if (!isPlannedRestart(event.type)) return 'notPlannedRestart';
  if (event.state !== 'Scheduled') return event.state === 'Executing' ? 'started' : 'notScheduled';
  const latest = latestFor(event);
  if (event.notBefore === null || latest === null) return 'noPlan';
  if (now >= event.notBefore) return 'started';
  return now >= latest ? 'noTimeLeft' : null;
}

/**
 * Why the event cannot be moved to `wanted` (epoch ms, null when nothing readable was entered); null when it can: not
 * before now, not after the plan less 30 minutes (manual 2.1).
 */
export function rescheduleProblem(
  event: ReschedulableEvent,
  wanted: number | null,
  now: number,
): RescheduleProblem | null {
  const problem = reschedulableProblem(event, now);
  if (problem) return problem;
  if (wanted === null || !Number.isFinite(wanted)) return 'noTime';
  if (wanted < now) return 'inPast';
  return wanted > (latestFor(event) ?? wanted) ? 'tooLate' : null;
}
