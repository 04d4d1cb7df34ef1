import type { Invocation } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import type { OpenRun as RunPart } from '@/domain/event-collisions';
import { isFinal, outcomeOf } from '@/domain/invocation-status';
import { LIMITS } from '@/domain/limits';
import type { OpenBatchRun } from '@/features/batches';
import { recordPaths } from '@/features/invocations';

/** A run of a region that the service says is under way. */
export interface RunningInvocation {
  region: string;
  invocation: Invocation;
}

/** A run that is not over, in batches or in one call. Times in epoch ms. */
export interface OpenRun {
  id: string;
  region: string;
  /** Empty for a script that is not saved. */
  name: string;
  path: string;
  /** Instances on which it has not ended. */
  size: number;
  /** Batches of it wait, and somebody can hold them back. */
  canPause: boolean;
  isHeld: boolean;
  from: number;
  until: number;
  /** What of it may meet events. */
  parts: readonly RunPart[];
}

/** When a batch that waits is sent nobody knows: a day is looked ahead. */
const WAITING_MS = 24 * 3_600_000;
/** The manual's default, the longer one, for runs that do not say theirs. */
const USUAL_TIMEOUT_MS = LIMITS.manual.defaultTimeoutSeconds * 1000;

/**
 * What is under way, the runs in batches first. Their calls are not told a second time. Of a run that is held, what was not
 * sent meets nothing: it begins only when somebody says so.
 */
export function openRuns(
  batched: readonly OpenBatchRun[],
  running: readonly RunningInvocation[],
  now: number,
): OpenRun[] {
  const told = new Set(batched.flatMap(({ sent }) => sent.flatMap(({ invokeId }) => invokeId ?? [])));
  return [
    ...batched.map((run) => inBatches(run, now)),
    ...running.filter(({ invocation }) => !told.has(invocation.InvokeId)).map((run) => inOneCall(run, now)),
  ].filter(({ size }) => size > 0);
}

function inBatches({ id, region, name, path, isHeld, waiting, sent }: OpenBatchRun, now: number): OpenRun {
  const parts = sent.map(({ instanceIds, sentAt, timeoutSeconds }): RunPart => {
    const timeout = timeoutSeconds === null ? USUAL_TIMEOUT_MS : timeoutSeconds * 1000;
    return { id, region, instanceIds, from: now, until: Math.max(now, (sentAt ?? now) + timeout) };
  });
  if (waiting.length > 0 && !isHeld)
    parts.push({ id, region, instanceIds: waiting, from: now, until: now + WAITING_MS });
  return {
    ...{ id, region, name, path, isHeld },
    size: waiting.length + sent.reduce((sum, { instanceIds }) => sum + instanceIds.length, 0),
    canPause: waiting.length > 0 && !isHeld,
    from: now,
    until: Math.max(now, ...parts.map(({ until }) => until)),
    parts,
  };
}

function inOneCall({ region, invocation }: RunningInvocation, now: number): OpenRun {
  const { InvokeId: id, CommandName, CommandId, Timeout, CreationTime, InvokeInstances } = invocation;
  const instanceIds = InvokeInstances.filter(
    (row) =>
      !isFinal(
        outcomeOf({
          invocationStatus: row.InvocationStatus || undefined,
          oldStatus: row.InstanceInvokeStatus || undefined,
          exitCode: row.ExitCode,
        }),
      ),
  ).map(({ InstanceId }) => InstanceId);
  const timeout = Timeout > 0 ? Timeout * 1000 : USUAL_TIMEOUT_MS;
  const until = Math.max(now, (parseWireTime(CreationTime) ?? now) + timeout);
  return {
    ...{ id, region, from: now, until },
    name: CommandName || CommandId,
    path: recordPaths(region).record(id),
    size: instanceIds.length,
    canPause: false,
    isHeld: false,
    parts: [{ id, region, instanceIds, from: now, until }],
  };
}
