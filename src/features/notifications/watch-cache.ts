import type { Query, QueryClient } from '@tanstack/react-query';
import type { Page } from '@/api/decode';
import type { Invocation } from '@/api/ecs/invocations';
import type { SystemEvent } from '@/api/ecs/system-events';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import type { Execution } from '@/api/oos/executions';
import { isExecutionOver } from '@/domain/engine-status';
import type { BatchPlan } from '@/features/batches';
import { isUnderWay } from '@/features/cloud-assistant';
import { countResources, overallOf } from '@/features/engine';
import { runProgress } from '@/features/invocations';
import {
  type News,
  type NewsItem,
  withEvents,
  withFinished,
  withoutPause,
  withoutWatched,
  withPause,
  withWatched,
} from './news';
import { runPath } from './paths';
import type { NewsStore } from './news-store';

export interface WatchOptions {
  cache: QueryClient;
  store: NewsStore;
  account: string;
  /** Whether a person looks at the page of this address. */
  isOnScreen(path: string): boolean;
  /** Told what this tab was the first to see. */
  onFresh(items: NewsItem[]): void;
}

/**
 * Listens to what the pages read anyway: records of runs, runs by the cloud's engine, and the pending events that the top bar
 * counts. Nothing is asked for here. Returns the undo.
 */
export function watchCache(options: WatchOptions): () => void {
  const { cache, store, onFresh } = options;
  const look = (query: Query) => {
    const change = changeOf(query, options);
    if (change && change(store.get()) !== store.get()) void store.change(change, onFresh);
  };
  for (const query of cache.getQueryCache().getAll()) look(query);
  return cache.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') look(event.query);
  });
}

type Change = (news: News) => News;

function changeOf(query: Query, options: WatchOptions): Change | null {
  const { data } = query.state;
  const [topic, region, part, id] = query.queryKey;
  if (data === undefined || typeof region !== 'string') return null;
  if (topic === 'events' && part === 'pending') return eventsChange(region, data as SystemEvent[]);
  if (topic === 'invocations' && part === 'detail' && typeof id === 'string')
    return recordChange(region, id, data as Page<Invocation>, options);
  if (topic === 'engineRuns' && part === 'detail' && typeof id === 'string')
    return executionChange(region, id, data as Execution | null, options);
  return null;
}

function eventsChange(region: string, events: readonly SystemEvent[]): Change {
  const pending = events.map(({ EventId, InstanceId, EventType, EventPublishTime }) => ({
    key: `${region} ${EventId} ${InstanceId}`,
    eventId: EventId,
    instanceId: InstanceId,
    type: EventType,
    publishedAt: EventPublishTime,
  }));
  return (news) => withEvents(news, region, pending, serverNow());
}

/** A run that is seen under way is waited for; one that has ended is told of, if it was. */
function recordChange(
  region: string,
  ref: string,
  page: Page<Invocation>,
  { cache, account, isOnScreen }: WatchOptions,
): Change {
  const run = { kind: 'run', region, ref } as const;
  const record = page.items.find(({ InvokeId }) => InvokeId === ref);
  const plans = cache.getQueryData<BatchPlan[]>(keys.batchRuns(account)) ?? [];
  const isOfBatch = plans.some(({ batches }) => batches.some(({ invokeId }) => invokeId === ref));
  // A batch's run is told of with the whole; a schedule never ends.
  if (!record || isOfBatch || record.Frequency) return (news) => withoutWatched(news, run);
  if (isUnderWay(record)) return (news) => withWatched(news, run, Date.now());
  const { counts, endedAt } = runProgress(record);
  const told = {
    at: endedAt ?? serverNow(),
    counts: counts.map(({ outcome, count }) => ({ kind: outcome, count })),
    isRead: isOnScreen(runPath(run)),
  };
  return (news) => withFinished(news, run, told);
}

/** A run by the cloud's engine: told of when it waits for a person, and when it ends. */
function executionChange(
  region: string,
  ref: string,
  execution: Execution | null,
  { isOnScreen }: WatchOptions,
): Change {
  const run = { kind: 'engine', region, ref } as const;
  if (!execution) return (news) => withoutWatched(withoutPause(news, run), run);
  const isRead = isOnScreen(runPath(run));
  const at = execution.endedAt ?? execution.updatedAt ?? serverNow();
  const isPaused = execution.status === 'Waiting';
  if (!isExecutionOver(execution.status))
    return (news) => {
      const watched = withWatched(news, run, Date.now(), isPaused);
      return isPaused ? withPause(watched, run, { at, isRead }) : withoutPause(watched, run);
    };
  const counts = countResources(execution).map(({ outcome, count }) => ({ kind: outcome, count }));
  const told = { at, isRead, counts, outcome: overallOf(execution) };
  return (news) => withFinished(withoutPause(news, run), run, told);
}

/** What a look at the account's runs in batches changes. */
export function plansChange(
  plans: readonly BatchPlan[],
  isOpen: (plan: BatchPlan) => boolean,
  countsOf: (plan: BatchPlan) => readonly { kind: string; count: number }[],
  isOnScreen: (path: string) => boolean,
): Change {
  return (news) =>
    plans.reduce((before, plan) => {
      const run = { kind: 'batch', region: plan.region, ref: plan.id } as const;
      if (isOpen(plan)) return withWatched(before, run, Date.now());
      return withFinished(before, run, {
        at: Math.max(plan.createdAt, ...plan.batches.map(({ endedAt }) => endedAt ?? 0)),
        counts: countsOf(plan),
        isRead: isOnScreen(runPath(run)),
      });
    }, news);
}
