/** Runs a task while nobody else of this browser does anything under the name; waits for its turn until the signal aborts. */
export type PlanLock = (name: string, task: () => Promise<void>, signal: AbortSignal) => Promise<void>;

const heldHere = new Map<string, Promise<void>>();

/** Where the browser offers no locks (plain http): at least within this page. */
const lockHere: PlanLock = async (name, task, signal) => {
  while (heldHere.has(name)) await heldHere.get(name);
  if (signal.aborted) return;
  const turn = task();
  heldHere.set(
    name,
    turn.then(undefined, () => undefined),
  );
  try {
    await turn;
  } finally {
    heldHere.delete(name);
  }
};

/** Shared by all tabs; a tab that is closed or dies lets go, and the next one in line takes over. */
const lockEverywhere: PlanLock = async (name, task, signal) => {
  try {
    await navigator.locks.request(name, { signal }, task);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

export const lockPlan: PlanLock = (name, task, signal) =>
  ((globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined)
    ? lockEverywhere(name, task, signal)
    : lockHere(name, task, signal);
