import { createContext, useContext, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { EventItem } from '../event-item';
import type { InstanceFacts } from '../queries';
import type { InstanceFact } from '../read-facts';

/** The facts of instances for the cells of a table. Each listens by itself, so that an answer renders the cells it is about. */
interface FactStore {
  /** As in InstanceFacts; the same object until the fact changes. */
  get(event: EventItem): InstanceFact | null | undefined;
  put(facts: InstanceFacts): void;
  subscribe(listener: () => void): () => void;
}

function createFactStore(): FactStore {
  let known: InstanceFacts = new Map();
  const listeners = new Set<() => void>();
  return {
    get: ({ region, instanceId }) => known.get(`${region} ${instanceId}`),
    put(facts) {
      if (facts === known) return;
      known = facts;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const FactsContext = createContext<FactStore>(createFactStore());

/** A store that lasts as long as the page and always has these facts. */
export function useFactStore(facts: InstanceFacts): FactStore {
  const [store] = useState(createFactStore);
  useLayoutEffect(() => store.put(facts), [facts, store]);
  return store;
}

/** What is known of an event's instance, in a cell within the context. */
export function useFact(event: EventItem): InstanceFact | null | undefined {
  const store = useContext(FactsContext);
  return useSyncExternalStore(store.subscribe, () => store.get(event));
}
