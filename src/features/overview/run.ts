import type { Invocation } from '@/api/ecs/invocations';
import { isUnderWay } from '@/features/cloud-assistant';
import { needsAttention, runProgress, type RunProgress } from '@/features/invocations';

/** A run as the overview tells it. */
export interface Run {
  id: string;
  /** The command's name, or its ID. */
  name: string;
  /** Runs of the same command have the same; a script that was run once has its own. */
  of: string;
  progress: RunProgress;
  isUnderWay: boolean;
  /** Instances on which it failed, so far. */
  failed: number;
}

export function runOf(invocation: Invocation): Run {
  const progress = runProgress(invocation);
  const { InvokeId, CommandId, CommandName } = invocation;
  return {
    id: InvokeId,
    name: CommandName || CommandId || InvokeId,
    of: CommandId || InvokeId,
    progress,
    isUnderWay: isUnderWay(invocation),
    failed: progress.runs.filter(needsAttention).length,
  };
}

const DAY_MS = 24 * 3_600_000;

/**
 * The runs that went wrong within a day and were not followed by another one of the same command, newest first.
 * @param runs newest first
 * @param now epoch ms
 */
export function failingRuns(runs: readonly Run[], now: number): Run[] {
  const seen = new Set<string>();
  return runs.filter((run) => {
    const isNewest = !seen.has(run.of);
    seen.add(run.of);
    return isNewest && run.failed > 0 && now - (run.progress.startedAt ?? 0) < DAY_MS;
  });
}
