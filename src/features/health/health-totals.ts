import { HEALTH_STATUSES, type HealthStatus } from '@/domain/health';

/** The values the API counts; OK is what remains (contract 7: `Ok` is not among the filter's values). */
export type CountedHealth = Exclude<HealthStatus, 'OK'>;
export const COUNTED = HEALTH_STATUSES.filter((health): health is CountedHealth => health !== 'OK');

/** How many instances have each value; undefined while not known. */
export type HealthTotals = Readonly<Record<HealthStatus, number | undefined>>;

/** @param counts by value, undefined while not known; OK is known only once all others are */
export function healthTotals(
  total: number | undefined,
  counts: Readonly<Record<CountedHealth, number | undefined>>,
): HealthTotals {
  const others = COUNTED.map((health) => counts[health]);
  const isKnown = total !== undefined && others.every((count) => count !== undefined);
  // An instance that fell ill between two calls is counted twice, none less than zero times.
  const rest = isKnown
    ? Math.max(0, total - others.reduce<number>((sum, count) => sum + (count ?? 0), 0))
    : undefined;
  return { ...counts, OK: rest };
}

/** Values that ask for a person; maintenance and initialisation pass by themselves. */
export const NEEDS_A_PERSON: readonly HealthStatus[] = ['Impaired', 'Warning', 'InsufficientData'];

/** How many instances want looking after; undefined while not known. */
export function troubled(totals: HealthTotals): number | undefined {
  const counts = NEEDS_A_PERSON.map((health) => totals[health]);
  return counts.some((count) => count === undefined)
    ? undefined
    : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
