import type { Invocation, InvokeInstance } from '@/api/ecs/invocations';
import { countOutcomes, type Outcome } from '@/domain/invocation-status';
import { isUnderWay } from '@/features/cloud-assistant';
import { nextFireOf } from '../next-fire';

/** A periodic run that may still fire. */
export interface ActiveSchedule {
  invocation: Invocation;
  /** Epoch ms; null when it fires no more. */
  next: number | null;
  /** How the last fire went, failures first; empty before the first one. */
  last: { outcome: Outcome; count: number }[];
}

/** The active ones among the periodic runs, the next to fire first. `now` in epoch ms. */
export function activeSchedules(invocations: readonly Invocation[], now: number): ActiveSchedule[] {
  return invocations
    .filter((invocation) => invocation.Frequency !== '' && isUnderWay(invocation))
    .map((invocation) => ({
      invocation,
      next: nextFireOf(invocation, now),
      last: countOutcomes(invocation.InvokeInstances.flatMap((row) => lastOutcome(row) ?? [])),
    }))
    .toSorted(
      (a, b) =>
        (a.next ?? Infinity) - (b.next ?? Infinity) ||
        a.invocation.CommandName.localeCompare(b.invocation.CommandName),
    );
}

/**
 * How the latest record of an instance ended. Its status says Running or Scheduled until the user stops the schedule
 * (manual table 1-4; contract 4.2), so the record's own fields tell; null before the first fire.
 */
export function lastOutcome(row: InvokeInstance): Outcome | null {
  if (row.ErrorCode !== '' && row.ErrorCode !== 'ExitCodeNonzero') return 'failed';
  if (row.FinishTime !== '') {
    if (row.ExitCode === undefined) return 'finished';
    return row.ExitCode === 0 ? 'succeeded' : 'nonzero';
  }
  if (row.StartTime === '') return null;
  return row.InvocationStatus === 'Pending' ? 'pending' : 'running';
}
