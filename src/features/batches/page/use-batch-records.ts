import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Invocation } from '@/api/ecs/invocations';
import type { Page } from '@/api/decode';
import { keys } from '@/api/query-keys';
import { overallOutcome } from '@/features/cloud-assistant';
import type { BatchPlan } from '../plan';

export interface BatchRecords {
  list: readonly Invocation[];
  /** The same, when there is any. */
  some: readonly [Invocation, ...Invocation[]] | null;
  isPending: boolean;
  error: Error | null;
}

/** While a batch runs its record is read by who drives it; a tab that only watches reads it this often by itself. */
const WATCH_MS = 5_000;

/** The records of the batches that were accepted, in their order. */
export function useBatchRecords({ region, batches }: BatchPlan): BatchRecords {
  const api = useApi();
  const accepted = batches.filter(({ invokeId }) => invokeId !== null);
  const running = accepted.filter(({ state }) => state === 'running').length;
  const answers = useQueries({
    queries: accepted.map(({ invokeId, state }) => ({
      // How the batch stood is no part of the key: the driver writes to the same entry.
      queryKey: keys.invocations.detail(region, invokeId ?? ''),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.ecs.describeInvocations({ RegionId: region, InvokeId: invokeId ?? '' }, { signal }),
      refetchInterval: ({ state: { data } }: { state: { data: Page<Invocation> | undefined } }) => {
        if (state === 'running') return WATCH_MS * running;
        // A schedule is stopped after it was handed over.
        return data?.items.some((record) => overallOutcome(record) === 'stopping') ? WATCH_MS : false;
      },
    })),
  });
  const found = answers.flatMap(({ data }) => data?.items.slice(0, 1) ?? []);
  // One text for what they say: the same rows stay the same array.
  const stamp = answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join();
  // oxlint-disable-next-line react/exhaustive-deps
  const list = useMemo(() => found, [stamp, found.length]);
  const [first, ...rest] = list;
  const some = useMemo(
    () => (first ? ([first, ...rest] as const) : null),
    // oxlint-disable-next-line react/exhaustive-deps
    [list],
  );
  return {
    list,
    some,
    isPending: answers.some(({ isPending }) => isPending),
    error: answers.find(({ error }) => error)?.error ?? null,
  };
}
