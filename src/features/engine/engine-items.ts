import type { Execution, TaskExecution } from '@/api/oos/executions';
import {
  executionOutcome,
  type ExecutionOutcome,
  isExecutionOver,
  ITEM_OUTCOMES,
  type ItemOutcome,
  itemOutcomeOf,
} from '@/domain/engine-status';
import { isOverLimit, readShare } from '@/domain/rate-control';

/** One instance of an execution as its page shows it. Times in epoch ms. */
export interface EngineItem {
  instanceId: string;
  /** `''` while it has no row. */
  taskExecutionId: string;
  batch: number | null;
  outcome: ItemOutcome;
  /** As it came. */
  status: string;
  message: string;
  startedAt: number | null;
  endedAt: number | null;
}

/**
 * Every instance that was asked for, and those the engine found by itself, failures first. One without a row waits for its
 * turn; once the execution has ended it was not selected (contract OOS 10.8).
 */
export function engineItems(execution: Execution, rows: readonly TaskExecution[]): EngineItem[] {
  const byId = new Map(rows.map((row) => [row.item, row]));
  const ids = [...new Set([...execution.instanceIds, ...byId.keys()])];
  const isOver = isExecutionOver(execution.status) && rows.length > 0;
  return ids
    .map((instanceId): EngineItem => {
      const row = byId.get(instanceId);
      if (!row) {
        const outcome = isOver ? 'notSelected' : execution.status === 'Cancelled' ? 'cancelled' : 'pending';
        return { instanceId, outcome, ...NO_ROW };
      }
      const { taskExecutionId, batch, status, message, startedAt, endedAt } = row;
      return {
        ...{ instanceId, taskExecutionId, batch, status, message, startedAt, endedAt },
        outcome: itemOutcomeOf(status),
      };
    })
    .toSorted((a, b) => ITEM_OUTCOMES.indexOf(a.outcome) - ITEM_OUTCOMES.indexOf(b.outcome));
}

const NO_ROW = { taskExecutionId: '', batch: null, status: '', message: '', startedAt: null, endedAt: null };

/** How many of each, without those there are none of, in the order of ITEM_OUTCOMES. */
export function countItems(items: readonly EngineItem[]): { outcome: ItemOutcome; count: number }[] {
  return ITEM_OUTCOMES.flatMap((outcome) => {
    const count = items.filter((item) => item.outcome === outcome).length;
    return count === 0 ? [] : [{ outcome, count }];
  });
}

/** The state of a whole execution, by its items where they are known, else by what it tells of its resources. */
export function overallOf(execution: Execution, items?: readonly EngineItem[]): ExecutionOutcome {
  const { status, resources } = execution;
  if (items && items.some(({ taskExecutionId }) => taskExecutionId !== '')) {
    const succeeded = items.filter(({ outcome }) => outcome === 'succeeded').length;
    const others = items.filter(({ outcome }) => outcome === 'failed' || outcome === 'cancelled').length;
    return executionOutcome(status, { succeeded, others });
  }
  const { Success: succeeded = 0, Skipped: skipped = 0, Total: _total, ...rest } = resources;
  const others = Object.values(rest).reduce((sum, count) => sum + count, 0);
  return executionOutcome(status, { succeeded: succeeded + (others > 0 ? 0 : skipped), others });
}

/**
 * What a waiting execution waits for. The words for it are not published (contract OOS 12): in the mode that asks about
 * failures it is about them once there are too many, else about the next batch.
 */
export function waitsFor(
  { status, mode, parameters }: Execution,
  items: readonly EngineItem[],
): 'batch' | 'failure' | null {
  if (status !== 'Waiting') return null;
  const rules = parameters['rateControl'];
  const maxErrors = readShare((rules as { MaxErrors?: unknown } | null | undefined)?.MaxErrors) ?? 0;
  const failed = items.filter(({ outcome }) => outcome === 'failed').length;
  return mode === 'FailurePause' && isOverLimit(failed, { maxErrors }, items.length) ? 'failure' : 'batch';
}
