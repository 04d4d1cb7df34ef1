import { useState } from 'react';
import type { Invocation } from '@/api/ecs/invocations';
import { useNow } from '@/ui/use-now';
import { nextFireOf } from './next-fire';

/** When a periodic run fires next, and the time, both epoch ms; goes on with the clock. */
export function useNextFire(invocation: Pick<Invocation, 'Frequency' | 'CreationTime'>): {
  next: number | null;
  now: number;
} {
  const [next, setNext] = useState(() => nextFireOf(invocation, Date.now()));
  const now = useNow(next);
  if (next !== null && now >= next) setNext(nextFireOf(invocation, now));
  return { next, now: next === null ? now : Math.min(now, next) };
}
