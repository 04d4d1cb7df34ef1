import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAccountKey } from '@/api/AccountContext';
import { keys } from '@/api/query-keys';
import type { BatchPlan } from './plan';
import { planStore } from './plan-store';

/** Reads plans anew when one changes, in this tab or another. */
function useFreshPlans(region: string): void {
  const cache = useQueryClient();
  useEffect(
    () => planStore.onChange(() => void cache.invalidateQueries({ queryKey: keys.batchRuns.all(region) })),
    [cache, region],
  );
}

/** One plan of the account in the region; null if this browser has none of that ID. */
export function usePlan(region: string, planId: string) {
  useFreshPlans(region);
  const account = useAccountKey();
  return useQuery({
    queryKey: keys.batchRuns.detail(region, planId),
    queryFn: async () => {
      const plan = await planStore.read(planId);
      return plan?.region === region && plan.account === account ? plan : null;
    },
  });
}

/** The account's plans in one region, newest first; empty while they are read. */
export function usePlans(region: string): readonly BatchPlan[] {
  useFreshPlans(region);
  const account = useAccountKey();
  const { data } = useQuery({
    queryKey: keys.batchRuns.list(region, { account }),
    queryFn: async () =>
      (await planStore.list()).filter((plan) => plan.region === region && plan.account === account),
  });
  return data ?? NONE;
}

/** The account's plans in every region, newest first; empty while they are read. */
export function useAccountPlans(): readonly BatchPlan[] {
  useFreshPlans('');
  const account = useAccountKey();
  const { data } = useQuery({
    queryKey: keys.batchRuns.list('', { account }),
    queryFn: async () => (await planStore.list()).filter((plan) => plan.account === account),
  });
  return data ?? NONE;
}

const NONE: readonly BatchPlan[] = [];
