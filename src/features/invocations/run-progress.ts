import type { Invocation, InvokeInstance } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import { countOutcomes, isFinal, type Outcome, outcomeOf } from '@/domain/invocation-status';
import { overallOutcome } from '@/features/cloud-assistant';

/** One instance of a run as the pages show it. Times in epoch ms, null while not known. */
export interface InstanceRun {
  instanceId: string;
  outcome: Outcome;
  /** The status as the service sent it. */
  wireStatus: string;
  exitCode: number | undefined;
  startedAt: number | null;
  finishedAt: number | null;
  dropped: number;
  errorCode: string;
  errorInfo: string;
}

export interface RunProgress {
  runs: InstanceRun[];
  /** Failures first, then what is under way, then the rest. */
  counts: { outcome: Outcome; count: number }[];
  finished: number;
  /** Of the whole run, in whichever vocabulary the service speaks. */
  overall: Outcome;
  wireStatus: string;
  startedAt: number | null;
  /** When the last instance ended; null while one has not. */
  endedAt: number | null;
  /** When the last running instance is ended by the timeout; null when none runs. */
  deadline: number | null;
}

function runOf(row: InvokeInstance): InstanceRun {
  const outcome = outcomeOf({
    invocationStatus: row.InvocationStatus || undefined,
    oldStatus: row.InstanceInvokeStatus || undefined,
    exitCode: row.ExitCode,
  });
  return {
    instanceId: row.InstanceId,
    outcome,
    wireStatus: row.InvocationStatus || row.InstanceInvokeStatus,
    // The API may send 0 for a script that has not ended.
    exitCode: isFinal(outcome) && outcome !== 'stopped' && row.FinishTime !== '' ? row.ExitCode : undefined,
    startedAt: parseWireTime(row.StartTime),
    finishedAt: parseWireTime(row.FinishTime) ?? parseWireTime(row.StopTime),
    dropped: row.Dropped,
    errorCode: row.ErrorCode,
    errorInfo: row.ErrorInfo,
  };
}

/** What a run amounts to so far, from one row of DescribeInvocations. */
export function runProgress(invocation: Invocation): RunProgress {
  const runs = invocation.InvokeInstances.map(runOf);
  const open = runs.filter((run) => !isFinal(run.outcome));
  const ends = runs.map((run) => run.finishedAt ?? 0);
  const starts = open.flatMap((run) => (run.startedAt === null ? [] : [run.startedAt]));
  return {
    runs,
    counts: countOutcomes(runs.map((run) => run.outcome)),
    finished: runs.length - open.length,
    overall: overallOutcome(invocation),
    wireStatus: invocation.InvocationStatus || invocation.InvokeStatus,
    startedAt: parseWireTime(invocation.CreationTime),
    endedAt: open.length === 0 && runs.length > 0 ? Math.max(...ends) || null : null,
    deadline: starts.length > 0 ? Math.max(...starts) + invocation.Timeout * 1000 : null,
  };
}

const URGENCY: readonly Outcome[] = ['failed', 'nonzero', 'partlyFailed'];

/** Whether a person should look at the instance. */
export function needsAttention(run: InstanceRun): boolean {
  return URGENCY.includes(run.outcome);
}
