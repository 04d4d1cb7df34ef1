import { ApiError } from '@/api/errors';

/** How importing one command ended. `untried`: it was stopped, or the quota was full, before its turn came. */
export type ImportOutcome =
  { kind: 'created'; commandId: string } | { kind: 'failed'; error: unknown } | { kind: 'untried' };

export interface ImportItem {
  /** Its place in the file. */
  index: number;
  create(): Promise<{ CommandId: string }>;
}

/** CreateCommand takes one command a call; more at once would run into the API's throttling. */
const AT_ONCE = 4;

/**
 * Creates commands one call each, at most four at a time, and goes on after a failure but for a full quota, which
 * would refuse all the others too. It begins with the last, so that the newest of the file ends up as the newest.
 * Every item is in the answer.
 * @param stopped asked before each call; what is under way then is still waited for
 * @param onOutcome called after each call
 */
export async function importCommands(
  items: readonly ImportItem[],
  stopped: () => boolean,
  onOutcome: (index: number, outcome: ImportOutcome) => void = () => undefined,
): Promise<Map<number, ImportOutcome>> {
  const outcomes = new Map<number, ImportOutcome>(items.map(({ index }) => [index, { kind: 'untried' }]));
  const queue = items.toSorted((a, b) => a.index - b.index);
  let full = false;
  const work = async () => {
    for (let item = next(); item !== undefined; item = next()) {
      const outcome = await outcomeOf(item);
      full ||= outcome.kind === 'failed' && isQuotaFull(outcome.error);
      outcomes.set(item.index, outcome);
      onOutcome(item.index, outcome);
    }
  };
  const next = () => (full || stopped() ? undefined : queue.pop());
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
  return outcomes;
}

async function outcomeOf({ create }: ImportItem): Promise<ImportOutcome> {
  try {
    return { kind: 'created', commandId: (await create()).CommandId };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

function isQuotaFull(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'CmdCount.ExceedQuota';
}
