import type { FleetInstance } from './fleet-instance';

/** The cell under the pointer or the keys; outside of React, so that only the line that names it is drawn anew. */
export interface HotCell {
  get(): FleetInstance | null;
  subscribe(listener: () => void): () => void;
  set(instance: FleetInstance | null): void;
}

export function createHotCell(): HotCell {
  let current: FleetInstance | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (instance) => {
      if (instance === current) return;
      current = instance;
      for (const listener of listeners) listener();
    },
  };
}
