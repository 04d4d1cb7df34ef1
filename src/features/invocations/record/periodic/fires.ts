import type { InvocationResult } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import { isFinal, outcomeOf } from '@/domain/invocation-status';
import type { InstanceRun } from '../../run-progress';

/** What one instance answered at one fire of a schedule. */
export interface FireRecord {
  run: InstanceRun;
  result: InvocationResult;
  /**
   * Whether output or exit code differ from those of the fire before; null while either is not known or has not ended.
   */
  changed: boolean | null;
}

/** One fire of a schedule on all its instances. */
export interface Fire {
  /** Counted from 1. */
  number: number;
  /** When the first instance began, epoch ms; null if none did. */
  at: number | null;
  /** By instance; those it was stopped on before are absent. */
  records: ReadonlyMap<string, FireRecord>;
}

/** The records of a periodic run as fires, newest first (C5). `Repeats` is the number of the fire (contract 4.2). */
export function firesOf(results: readonly InvocationResult[]): Fire[] {
  const byNumber = new Map<number, Map<string, InvocationResult>>();
  for (const result of results) {
    const rows = byNumber.get(result.Repeats) ?? new Map<string, InvocationResult>();
    byNumber.set(result.Repeats, rows.set(result.InstanceId, result));
  }
  return [...byNumber]
    .toSorted(([a], [b]) => b - a)
    .map(([number, rows]) => {
      const before = byNumber.get(number - 1);
      const records = [...rows].map(([instanceId, result]): [string, FireRecord] => [
        instanceId,
        { run: runOfResult(result), result, changed: hasChanged(result, before?.get(instanceId)) },
      ]);
      const starts = records.flatMap(([, { run }]) => (run.startedAt === null ? [] : [run.startedAt]));
      return { number, at: starts.length > 0 ? Math.min(...starts) : null, records: new Map(records) };
    });
}

/** Whether the fire has ended on all its instances. */
export function isOver({ records }: Fire): boolean {
  return [...records.values()].every(({ run }) => isFinal(run.outcome));
}

function hasChanged(result: InvocationResult, before: InvocationResult | undefined): boolean | null {
  if (!before || !hasEnded(result) || !hasEnded(before)) return null;
  return result.Output !== before.Output || result.ExitCode !== before.ExitCode;
}

/** A record that never came to run has no output to compare. */
function hasEnded(result: InvocationResult): boolean {
  const { outcome, startedAt } = runOfResult(result);
  const neverRan = outcome === 'failed' && result.Output === '';
  return isFinal(outcome) && startedAt !== null && !neverRan;
}

/** A row of the results as the pages show an instance. */
export function runOfResult(row: InvocationResult): InstanceRun {
  const outcome = outcomeOf({
    invocationStatus: row.InvocationStatus || undefined,
    oldStatus: row.InvokeRecordStatus || undefined,
    exitCode: row.ExitCode,
  });
  return {
    instanceId: row.InstanceId,
    outcome,
    wireStatus: row.InvocationStatus || row.InvokeRecordStatus,
    exitCode: isFinal(outcome) && outcome !== 'stopped' && row.FinishedTime !== '' ? row.ExitCode : undefined,
    startedAt: parseWireTime(row.StartTime),
    finishedAt: parseWireTime(row.FinishedTime) ?? parseWireTime(row.StopTime),
    dropped: row.Dropped,
    errorCode: row.ErrorCode,
    errorInfo: row.ErrorInfo,
  };
}
