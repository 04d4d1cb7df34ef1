import { useTranslation } from '@/i18n/use-translation';
import { type BatchPlan, isScheduled } from './plan';

/** What a run amounts to so far, by what is kept of it: "412 succeeded", "3 failed", "85 to go". */
export function useHeadline(): (plan: BatchPlan) => string[] {
  const { t } = useTranslation('batches');
  return (plan) => countsOf(plan).map(({ kind, count }) => t(`count.${kind}`, { count }));
}

/** How an instance of a run may stand, in the order of the headline. */
export const COUNT_KINDS = [
  'succeeded',
  'failed',
  'other',
  'scheduled',
  'stopped',
  'running',
  'toGo',
  'notStarted',
  'refused',
] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

/**
 * Instances by how they stand, without the kinds there are none of. `stopped`: those that a schedule was stopped on, which its
 * records tell and the plan does not.
 */
export function countsOf(plan: BatchPlan, stopped = 0): { kind: CountKind; count: number }[] {
  const counts = Object.fromEntries(COUNT_KINDS.map((kind) => [kind, 0])) as Record<CountKind, number>;
  for (const { state, tally, instanceIds } of plan.batches) {
    counts.succeeded += tally.succeeded;
    counts.failed += tally.failed;
    counts[isScheduled(plan) ? 'scheduled' : 'other'] += tally.other;
    const rest = instanceIds.length - tally.succeeded - tally.failed - tally.other;
    if (state === 'running' || state === 'sending') counts.running += rest;
    else if (state === 'refused') counts.refused += rest;
    else if (state === 'waiting') counts[plan.order === 'stop' ? 'notStarted' : 'toGo'] += rest;
  }
  counts.stopped = Math.min(stopped, counts.scheduled);
  counts.scheduled -= counts.stopped;
  return COUNT_KINDS.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0);
}
