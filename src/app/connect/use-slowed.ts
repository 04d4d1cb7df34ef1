import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Pacing } from '@/api/pacing';

const NONE: readonly string[] = [];
const CALM: Pick<Pacing, 'slowed' | 'subscribe'> = { slowed: () => NONE, subscribe: () => () => undefined };

export const PacingContext = createContext(CALM);

/** Actions that are slowed now because the cloud throttles them. */
export function useSlowed(): readonly string[] {
  const pacing = useContext(PacingContext);
  return useSyncExternalStore(pacing.subscribe, pacing.slowed);
}
