import { createContext, useContext, useSyncExternalStore } from 'react';
import { createFactStore, type FactStore, type InstanceFacts } from './fact-store';

/** The facts of the list around a cell. */
export const FactsContext = createContext<FactStore>(createFactStore());

export function useFacts(instanceId: string): InstanceFacts {
  const store = useContext(FactsContext);
  return useSyncExternalStore(store.subscribe, () => store.get(instanceId));
}
