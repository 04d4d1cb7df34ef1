import type { Invocation, InvokeInstance } from '@/api/ecs/invocations';
import { countOutcomes, type Outcome } from '@/domain/invocation-status';
import { batchRunPath } from '@/features/batches';
import { isUnderWay } from '@/features/cloud-assistant';
import { recordPaths } from '@/features/invocations';
import { nextFireOf } from '../next-fire';

/** A periodic run that may still fire. */
export interface ActiveSchedule {
  /** The first of its records. */
  invocation: Invocation;
  /** Its active records, in the order of the batches: several, when it has more instances than one call takes. */
  invocations: readonly Invocation[];
  /** The run in batches that it is; null: it went out in one call, or from another browser. */
  runId: string | null;
  /** Epoch ms; null when it fires no more. */
  next: number | null;
  /** How the last fire went, failures first; empty before the first one. */
  last: { outcome: Outcome; count: number }[];
}

/** What has to be known of a run in batches to see which records belong together. */
export interface BatchedRun {
  id: string;
  batches: readonly { invokeId: string | null }[];
}

/**
 * The active ones among the periodic runs, the next to fire first; the records of a run in batches are one schedule.
 * `now` in epoch ms.
 */
export function activeSchedules(
  invocations: readonly Invocation[],
  now: number,
  runs: readonly BatchedRun[] = [],
): ActiveSchedule[] {
  const runOf = new Map<string | null, { id: string; place: number }>(
    runs.flatMap(({ id, batches }) =>
      batches.map(({ invokeId }, place) => [invokeId, { id, place }] as const),
    ),
  );
  const placeOf = ({ InvokeId }: Invocation) => runOf.get(InvokeId)?.place ?? 0;
  const groups = new Map<string, [Invocation, ...Invocation[]]>();
  for (const record of invocations) {
    if (record.Frequency === '' || !isUnderWay(record)) continue;
    const key = runOf.get(record.InvokeId)?.id ?? record.InvokeId;
    const others = groups.get(key);
    if (others) others.push(record);
    else groups.set(key, [record]);
  }
  return [...groups.values()]
    .map((records): ActiveSchedule => {
      records.sort((a, b) => placeOf(a) - placeOf(b));
      const [invocation] = records;
      return {
        invocation,
        invocations: records,
        runId: runOf.get(invocation.InvokeId)?.id ?? null,
        next: nextFireOf(invocation, now),
        last: countOutcomes(
          records.flatMap(({ InvokeInstances }) => InvokeInstances.flatMap((row) => lastOutcome(row) ?? [])),
        ),
      };
    })
    .toSorted(
      (a, b) =>
        (a.next ?? Infinity) - (b.next ?? Infinity) ||
        a.invocation.CommandName.localeCompare(b.invocation.CommandName),
    );
}

/** Instances of all its active records. */
export function instancesOf({ invocations }: ActiveSchedule): number {
  return invocations.reduce((sum, { InvokeInstances }) => sum + InvokeInstances.length, 0);
}

/** The page of the schedule: its record, or the run in batches. */
export function scheduleAddress(region: string, { invocation, runId }: ActiveSchedule): string {
  return runId === null ? recordPaths(region).record(invocation.InvokeId) : batchRunPath(region, runId);
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
