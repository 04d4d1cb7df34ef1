import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Page } from '@/api/decode';
import type { Invocation } from '@/api/ecs/invocations';
import type { Execution } from '@/api/oos/executions';
import { pollWhile } from '@/api/polling';
import { keys } from '@/api/query-keys';
import { parseWireTime } from '@/api/wire-times';
import { countsOf, stepOf, useAccountPlans } from '@/features/batches';
import { isUnderWay } from '@/features/cloud-assistant';
import { executionQuery, whileExecutionOpen } from '@/features/engine';
import { tellOnScreen } from './browser-notices';
import type { NewsItem, WatchedRun } from './news';
import type { NewsStore } from './news-store';
import { plansChange, watchCache } from './watch-cache';

/** Nobody looks at the record, so it need not be read by the second. */
const SOONEST_MS = 5000;
/** While the page is hidden. */
const HIDDEN_MS = 20_000;
/** While a run waits for a person: only somebody else's decision is still to be noticed. */
const WAITING_MS = 60_000;
/** After a first read that failed. */
const AFTER_FAILURE_MS = 60_000;

const isOnScreen = (path: string) =>
  document.visibilityState === 'visible' && window.location.pathname === path;

/**
 * Follows what there is to tell of: what the pages read, the runs that are waited for, and the account's runs in batches.
 * @param alsoHidden asks for the runs also while the page is hidden
 */
export function useWatch(
  { store, account, watched }: { store: NewsStore; account: string; watched: readonly WatchedRun[] },
  alsoHidden: boolean,
  onFresh: (items: NewsItem[]) => void,
): void {
  const cache = useQueryClient();
  const plans = useAccountPlans();
  const tell = useEffectEvent(onFresh);
  useEffect(
    () => watchCache({ cache, store, account, isOnScreen, onFresh: (items) => tell(items) }),
    [account, cache, store],
  );
  useEffect(() => {
    const change = plansChange(plans, (plan) => stepOf(plan).kind !== 'done', countsOf, isOnScreen);
    if (change(store.get()) !== store.get()) void store.change(change, (items) => tell(items));
  }, [plans, store]);
  useEffect(tellOnScreen, []);
  useWatchedRuns(watched, alsoHidden);
  useWatchedExecutions(watched, alsoHidden);
}

const whileUnderWay = pollWhile<Page<Invocation>>(
  (page) => page.items.some(isUnderWay),
  ({ items }) => parseWireTime(items[0]?.CreationTime ?? ''),
);

/** Reads the records of runs that are waited for, together with whatever page shows them; slower as they age. */
function useWatchedRuns(watched: readonly WatchedRun[], alsoHidden: boolean): void {
  const api = useApi();
  useQueries({
    queries: watched
      .filter(({ kind }) => kind === 'run')
      .map(({ region, ref }) => ({
        queryKey: keys.invocations.detail(region, ref),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.ecs.describeInvocations({ RegionId: region, InvokeId: ref }, { signal }),
        staleTime: SOONEST_MS,
        refetchInterval: (
          query: Parameters<typeof whileUnderWay<Page<Invocation>, readonly unknown[]>>[0],
        ) => {
          if (query.state.data === undefined) return query.state.status === 'error' && AFTER_FAILURE_MS;
          return inNoHurry(whileUnderWay(query));
        },
        refetchIntervalInBackground: alsoHidden,
      })),
    combine: nothing,
  });
}

const inNoHurry = (delay: number | false) =>
  delay !== false && Math.max(delay, document.hidden ? HIDDEN_MS : SOONEST_MS);

/** The same for the runs by the cloud's engine. */
function useWatchedExecutions(watched: readonly WatchedRun[], alsoHidden: boolean): void {
  const api = useApi();
  useQueries({
    queries: watched
      .filter(({ kind }) => kind === 'engine')
      .map(({ region, ref }) => ({
        ...executionQuery(api, region, ref),
        staleTime: SOONEST_MS,
        refetchInterval: (
          query: Parameters<typeof whileExecutionOpen<Execution | null, readonly unknown[]>>[0],
        ) => {
          const { data, status } = query.state;
          if (data === undefined) return status === 'error' && AFTER_FAILURE_MS;
          return inNoHurry(data?.status === 'Waiting' ? WAITING_MS : whileExecutionOpen(query));
        },
        refetchIntervalInBackground: alsoHidden,
      })),
    combine: nothing,
  });
}

/** What the records say is heard from the cache. */
const nothing = () => null;
