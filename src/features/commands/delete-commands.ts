/** How the deletion of one command ended. `gone`: another tab or user had deleted it before. */
export type DeleteOutcome = { kind: 'deleted' } | { kind: 'gone' } | { kind: 'failed'; error: Error };

/** DeleteCommand takes one command a call; more at once would run into the API's throttling. */
const AT_ONCE = 4;

/**
 * Deletes commands one call each, at most four at a time, and goes on after a failure.
 * Every ID given is in the answer; an unknown command counts as gone, not as a failure (manual 1.2.4).
 * @param deleteOne must reject with an error whose `code` is the API's.
 * @param onProgress called after each call with the number of commands dealt with so far.
 */
export async function deleteCommands(
  commandIds: readonly string[],
  deleteOne: (commandId: string) => Promise<unknown>,
  onProgress: (done: number) => void = () => undefined,
): Promise<Map<string, DeleteOutcome>> {
  const outcomes = new Map<string, DeleteOutcome>();
  const queue = [...new Set(commandIds)];
  const total = queue.length;
  const work = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      outcomes.set(id, await outcomeOf(deleteOne(id)));
      onProgress(outcomes.size);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, total) }, work));
  return outcomes;
}

async function outcomeOf(call: Promise<unknown>): Promise<DeleteOutcome> {
  try {
    await call;
    return { kind: 'deleted' };
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    return 'code' in error && error.code === 'InvalidCmdId.NotFound'
      ? { kind: 'gone' }
      : { kind: 'failed', error };
  }
}
