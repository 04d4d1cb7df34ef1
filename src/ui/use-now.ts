import { useEffect, useState } from 'react';

/**
 * The time, kept fresh as often as a distance to `at` needs it: each second in the first minute, then each minute.
 * With null it is read once.
 */
export function useNow(at: number | null): number {
  const [{ now, of }, setRead] = useState(() => ({ now: Date.now(), of: at }));
  if (at !== null && at !== of) setRead(() => ({ now: Date.now(), of: at }));
  useEffect(() => {
    if (at === null) return;
    const period = Math.abs(Date.now() - at) < 60_000 ? 1000 : 30_000;
    const timer = setInterval(() => setRead({ now: Date.now(), of: at }), period);
    return () => clearInterval(timer);
  }, [at]);
  return now;
}
