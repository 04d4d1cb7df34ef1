import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CallEntry } from './rpc';

/** How many calls are remembered. */
export const CALL_LOG_SIZE = 50;

export interface LoggedCall extends CallEntry {
  /** Grows by one per call. */
  id: number;
}

/** The latest calls, newest first; in memory only, because answers hold the account's data. */
export interface CallLog {
  add(entry: CallEntry): void;
  clear(): void;
  entries(): readonly LoggedCall[];
  subscribe(listener: () => void): () => void;
}

export function createCallLog(): CallLog {
  const listeners = new Set<() => void>();
  let calls: readonly LoggedCall[] = [];
  let nextId = 1;
  const replace = (next: readonly LoggedCall[]) => {
    calls = next;
    for (const listener of listeners) listener();
  };
  return {
    add: (entry) => replace([{ ...entry, id: nextId++ }, ...calls].slice(0, CALL_LOG_SIZE)),
    clear: () => replace([]),
    entries: () => calls,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const CallLogContext = createContext<CallLog>(createCallLog());

export function useCallLog(): CallLog {
  return useContext(CallLogContext);
}

/** The remembered calls; renders anew with each. */
export function useCalls(): readonly LoggedCall[] {
  const log = useCallLog();
  return useSyncExternalStore(log.subscribe, log.entries);
}
