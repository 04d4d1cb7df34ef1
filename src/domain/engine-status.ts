/**
 * What the console shows for an item of the engine's loop, in the order of lists: failures, what is under way, what has
 * ended otherwise, and last those whose turn has not come.
 * `notSelected`: the engine left the instance out without a word (contract OOS 3, 10.8).
 */
export const ITEM_OUTCOMES = [
  'failed',
  'running',
  'succeeded',
  'skipped',
  'cancelled',
  'notSelected',
  'unknown',
  'pending',
] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

/** What the console shows for a whole execution. */
export const EXECUTION_OUTCOMES = [
  'pending',
  'running',
  'paused',
  'succeeded',
  'partlyFailed',
  'failed',
  'stopped',
  'unknown',
] as const;
export type ExecutionOutcome = (typeof EXECUTION_OUTCOMES)[number];

/** Statuses that ListExecutions can filter by. */
export const EXECUTION_STATUSES = ['Running', 'Waiting', 'Success', 'Failed', 'Cancelled'] as const;

const ITEM_OF: ReadonlyMap<string, ItemOutcome> = new Map<string, ItemOutcome>([
  ['Pending', 'pending'],
  ['Started', 'pending'],
  ['Queued', 'pending'],
  ['Waiting', 'pending'],
  ['Running', 'running'],
  ['Success', 'succeeded'],
  ['Failed', 'failed'],
  ['Skipped', 'skipped'],
  ['Cancelled', 'cancelled'],
]);

/** The status of one item (contract OOS 5); one that is not known counts as unfinished. */
export function itemOutcomeOf(status: string): ItemOutcome {
  return ITEM_OF.get(status) ?? 'unknown';
}

/** Whether an execution ended; a status that is not known counts as unfinished (contract OOS 10.5). */
export function isExecutionOver(status: string): boolean {
  return status === 'Success' || status === 'Failed' || status === 'Cancelled';
}

/** Whether it goes on by itself: one that waits for a person can wait for days. */
export function isExecutionMoving(status: string): boolean {
  return !isExecutionOver(status) && status !== 'Waiting';
}

/**
 * The overall state (contract OOS 5): an execution that ended is told by its items, because one with tolerated failures
 * is a success to the engine. Without items its own word counts.
 * @param items how many ended in each way
 */
export function executionOutcome(
  status: string,
  items: { succeeded: number; /** Otherwise than well. */ others: number },
): ExecutionOutcome {
  switch (status) {
    case 'Started':
    case 'Queued':
      return 'pending';
    case 'Running':
      return 'running';
    case 'Waiting':
      return 'paused';
    case 'Cancelled':
      return 'stopped';
    case 'Success':
    case 'Failed':
      if (items.succeeded === 0 && items.others === 0) return status === 'Success' ? 'succeeded' : 'failed';
      if (items.others === 0) return 'succeeded';
      return items.succeeded > 0 ? 'partlyFailed' : 'failed';
    default:
      return 'unknown';
  }
}
