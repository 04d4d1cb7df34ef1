import { ApiError } from './errors';

/** Runs a task as soon as there is room for it; a task given up while it waits is never begun. */
export type Gate = <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Lets so many tasks run at a time; the others wait in the order they came. Asking everything at once would be a burst, and
 * the cloud answers bursts with refusals (contract 1.7).
 */
export function createGate(atOnce: number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return async (task, signal) => {
    if (inside >= atOnce) await new Promise<void>((enter) => waiting.push(enter));
    else inside += 1;
    try {
      if (signal?.aborted) throw givenUp();
      return await task();
    } finally {
      // The place is handed over, so that nobody slips in before whose turn it is.
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}

function givenUp(): ApiError {
  return new ApiError({ code: 'Aborted', message: 'The call was given up.', product: 'ecs', action: '' });
}
