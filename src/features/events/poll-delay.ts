import type { SystemEvent } from '@/api/ecs/system-events';

/** How often events are read while nothing is near: they are announced a day or more ahead (manual 2.1). */
const CALM_MS = 120_000;
/** While one is being carried out. */
const BUSY_MS = 15_000;
const AFTER_FAILURE_MS = 60_000;
/** The service needs a moment to begin. */
const SETTLE_MS = 2_000;

/** How long to wait before a region's events are read again, ms: until the next one begins, if that is sooner. */
export function pollDelayOf(events: readonly SystemEvent[], failed: boolean, now: number): number {
  if (failed) return AFTER_FAILURE_MS;
  const next = Math.min(
    ...events.flatMap(({ NotBefore }) => (NotBefore !== null && NotBefore > now ? [NotBefore - now] : [])),
  );
  const isBusy = events.some(({ EventCycleStatus }) => EventCycleStatus === 'Executing');
  return Math.min(isBusy ? BUSY_MS : CALM_MS, next + SETTLE_MS);
}
