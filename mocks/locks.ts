import type { JournalLocks } from './journal';

/** Locks shared by every tab of the origin; a tab that dies lets go of what it held. */
function createWebLocks(scope: string, manager: LockManager): JournalLocks {
  return {
    withWrite: async (task) => await manager.request(`${scope}/write`, task),
    tryHold: async (name, task) =>
      await manager.request(`${scope}/${name}`, { ifAvailable: true }, async (lock) => {
        if (lock) await task();
        return lock !== null;
      }),
  };
}

interface LocalScope {
  lastWrite: Promise<unknown>;
  held: Set<string>;
}
const localScopes = new Map<string, LocalScope>();

/** The same within one process, for Node and for pages where the browser offers no locks (plain http): by `scope` name. */
export function createLocalLocks(scope: string): JournalLocks {
  const state: LocalScope = localScopes.get(scope) ?? { lastWrite: Promise.resolve(), held: new Set() };
  localScopes.set(scope, state);
  return {
    withWrite(task) {
      const result = state.lastWrite.then(task);
      state.lastWrite = result.catch(() => undefined);
      return result;
    },
    async tryHold(name, task) {
      if (state.held.has(name)) return false;
      state.held.add(name);
      try {
        await task();
      } finally {
        state.held.delete(name);
      }
      return true;
    },
  };
}

/** Locks for everyone who names the same scope. */
export function createLocks(scope: string): JournalLocks {
  const manager = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined;
  return manager ? createWebLocks(scope, manager) : createLocalLocks(scope);
}
