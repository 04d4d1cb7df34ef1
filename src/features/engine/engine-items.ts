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
 * @param rows null: they were not read, so that nothing is known of an instance once the execution has begun
 */
export function engineItems(execution: Execution, rows: readonly TaskExecution[] | null): EngineItem[] {
  const byId = new Map((rows ?? []).map((row) => [row.item, row]));
  const ids = [...new Set([...execution.instanceIds, ...byId.keys()])];
  const rowless = outcomeWithoutRow(execution, rows);
  return ids
    .map((instanceId): EngineItem => {
      const row = byId.get(instanceId);
      if (!row) return { instanceId, outcome: rowless, ...NO_ROW };
      const { taskExecutionId, batch, status, message, startedAt, endedAt } = row;
      return {
        ...{ instanceId, taskExecutionId, batch, status, message, startedAt, endedAt },
        outcome: itemOutcomeOf(status),
      };
    })
    .toSorted((a, b) => ITEM_OUTCOMES.indexOf(a.outcome) - ITEM_OUTCOMES.indexOf(b.outcome));
}

function outcomeWithoutRow({ status }: Execution, rows: readonly TaskExecution[] | null): ItemOutcome {
  if (rows === null) return executionOutcome(status, NONE_ENDED) === 'pending' ? 'pending' : 'unknown';
  if (isExecutionOver(status) && rows.length > 0) return 'notSelected';
  return status === 'Cancelled' ? 'cancelled' : 'pending';
}

const NONE_ENDED = { succeeded: 0, others: 0 };
const NO_ROW = { taskExecutionId: '', batch: null, status: '', message: '', startedAt: null, endedAt: null };

export interface ItemCount {
  outcome: ItemOutcome;
  count: number;
}

/** How many of each, without those there are none of, in the order of ITEM_OUTCOMES. */
export function countItems(items: readonly EngineItem[]): ItemCount[] {
  return inOrder(items.map(({ outcome }) => ({ outcome, count: 1 })));
}

/** The same by what an execution itself tells of its resources; nothing before it tells anything. */
export function countResources({ resources }: Pick<Execution, 'resources'>): ItemCount[] {
  const told = Object.entries(resources).filter(([status]) => status !== 'Total');
  return inOrder(told.map(([status, count]) => ({ outcome: itemOutcomeOf(status), count })));
}

function inOrder(counts: readonly ItemCount[]): ItemCount[] {
  const sums = new Map<ItemOutcome, number>();
  for (const { outcome, count } of counts) sums.set(outcome, (sums.get(outcome) ?? 0) + count);
  return ITEM_OUTCOMES.flatMap((outcome) => {
    const count = sums.get(outcome) ?? 0;
    return count === 0 ? [] : [{ outcome, count }];
  });
}

/** The state of a whole execution, by its items where they are counted, else by what it tells of its resources. */
export function overallOf(
  execution: Execution,
  counts: readonly ItemCount[] = countResources(execution),
): ExecutionOutcome {
  const sum = (...outcomes: ItemOutcome[]) =>
    counts.reduce((total, { outcome, count }) => total + (outcomes.includes(outcome) ? count : 0), 0);
  return executionOutcome(execution.status, {
    succeeded: sum('succeeded'),
    others: sum('failed', 'cancelled'),
  });
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
