import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useAccountKey } from '@/api/AccountContext';
import { keys } from '@/api/query-keys';
import type { BatchPlan } from './plan';
import { planStore } from './plan-store';

/**
 * What `select` makes of the account's plans, newest first. They are read once for all who ask, and anew when one changes, in
 * this tab or another.
 * @param select has to be the same function from one rendering to the next
 */
export function useStoredPlans<Made>(select: (plans: readonly BatchPlan[]) => Made) {
  const cache = useQueryClient();
  const account = useAccountKey();
  useEffect(
    () => planStore.onChange(() => void cache.invalidateQueries({ queryKey: keys.batchRuns(account) })),
    [account, cache],
  );
  return useQuery({
    queryKey: keys.batchRuns(account),
    queryFn: async () => (await planStore.list()).filter((plan) => plan.account === account),
    select,
  });
}

/** One plan of the account in the region; null if this browser has none of that ID. */
export function usePlan(region: string, planId: string) {
  return useStoredPlans(
    useCallback(
      (plans: readonly BatchPlan[]) =>
        plans.find((plan) => plan.id === planId && plan.region === region) ?? null,
      [planId, region],
    ),
  );
}

/** The account's plans in one region, newest first; empty while they are read. */
export function usePlans(region: string): readonly BatchPlan[] {
  const { data } = useStoredPlans(
    useCallback((plans: readonly BatchPlan[]) => plans.filter((plan) => plan.region === region), [region]),
  );
  return data ?? NONE;
}

/** The account's plans in every region, newest first; empty while they are read. */
export function useAccountPlans(): readonly BatchPlan[] {
  return useStoredPlans(all).data ?? NONE;
}

const NONE: readonly BatchPlan[] = [];
const all = (plans: readonly BatchPlan[]) => plans;
