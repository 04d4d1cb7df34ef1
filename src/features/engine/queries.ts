import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Page } from '@/api/decode';
import type { Execution, ListExecutionsRequest } from '@/api/oos/executions';
import { pollWhile } from '@/api/polling';
import { keys } from '@/api/query-keys';
import { isExecutionMoving, isExecutionOver } from '@/domain/engine-status';
import { isUnderWay } from '@/features/cloud-assistant';
import { type EngineRecords, readRecords } from './engine-records';
import { executionQuery, whileExecutionOpen } from './execution-query';
import { CONSOLE_TAGS } from './hand-over/engine-request';

const LIST_PAGE = 50;

export interface EngineRunFilters {
  status: string | null;
  /** Inclusive, as on the wire. */
  since: string | null;
}

/** The executions that were handed over by this console, newest first, page by page; re-read while one is under way. */
export function useExecutions(region: string, { status, since }: EngineRunFilters) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.engineRuns.list(region, { status, since }),
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) => {
      const request: ListExecutionsRequest = {
        RegionId: region,
        Tags: CONSOLE_TAGS,
        MaxResults: LIST_PAGE,
        ...(status === null ? {} : { Status: status }),
        ...(since === null ? {} : { StartDateAfter: since }),
        ...(pageParam === '' ? {} : { NextToken: pageParam }),
      };
      return api.oos.listExecutions(request, { signal });
    },
    getNextPageParam: (page) => page.nextToken || undefined,
    refetchInterval: (query) => {
      const rows = query.state.data?.pages.flatMap((page) => page.items) ?? [];
      const delay = followList(query);
      if (delay === false || query.state.status === 'error') return delay;
      return rows.some(({ status: now }) => isExecutionMoving(now))
        ? Math.max(LIST_POLL_MS, delay)
        : SLOW_POLL_MS;
    },
  });
}

/** A list tells less than a page, and to read it costs more. */
const LIST_POLL_MS = 10_000;
/** Of what waits for a person: somebody else may have decided. */
const SLOW_POLL_MS = 15_000;
const ITEMS_POLL_MS = 5_000;
/** Of a loop that takes many pages to read. */
const MANY_ITEMS_POLL_MS = 10_000;
const MANY_ITEMS = 200;
const FASTEST_POLL_MS = 2_000;
const SLOWEST_POLL_MS = 5_000;
const AFTER_FAILURE_MS = 30_000;
/** What is known is of an earlier state of the execution. */
const SOON_MS = 250;

type ExecutionPages = InfiniteData<Page<Execution>, string>;

const followList = pollWhile<ExecutionPages>(
  ({ pages }) => pages.some(({ items }) => items.some(({ status }) => !isExecutionOver(status))),
  ({ pages }) => {
    const moving = pages.flatMap(({ items }) => items.filter(({ status }) => isExecutionMoving(status)));
    return moving.length === 0 ? null : Math.max(...moving.map(({ startedAt }) => startedAt ?? 0));
  },
);

/** One execution, re-read while it is under way (contract OOS 10.5); null: the region has none of that ID. */
export function useExecution(region: string, executionId: string) {
  const api = useApi();
  return useQuery({
    ...executionQuery(api, region, executionId),
    refetchInterval: (query) => {
      const delay = whileExecutionOpen(query);
      if (delay === false || query.state.status === 'error') return delay;
      if (query.state.data?.status === 'Waiting') return SLOW_POLL_MS;
      return Math.min(SLOWEST_POLL_MS, Math.max(FASTEST_POLL_MS, delay));
    },
  });
}

/**
 * The items of its loop, re-read while it is under way and once more with every change of its status: `isCurrent` says
 * whether they were read since.
 */
export function useItems(region: string, { executionId, status }: Execution) {
  const api = useApi();
  const isOver = isExecutionOver(status);
  const { data, error, isPending } = useQuery({
    queryKey: keys.engineRuns.items(region, executionId),
    queryFn: async ({ signal }) => ({
      ...(await api.oos.listItems({ RegionId: region, ExecutionId: executionId }, { signal })),
      ofStatus: status,
    }),
    refetchInterval: ({ state: { data: read, status: how } }) => {
      if (read === undefined) return how === 'error' && !isOver && AFTER_FAILURE_MS;
      const isBehind = read.ofStatus !== status;
      if (isOver && !isBehind) return false;
      if (how === 'error') return AFTER_FAILURE_MS;
      if (isBehind) return SOON_MS;
      // One that waits may have been read a moment before its last item ended.
      if (status === 'Waiting' && !read.items.some((item) => item.status === 'Running')) return SLOW_POLL_MS;
      return read.items.length > MANY_ITEMS ? MANY_ITEMS_POLL_MS : ITEMS_POLL_MS;
    },
  });
  return { data, error, isPending, isCurrent: data?.ofStatus === status };
}

const NOTHING: EngineRecords = { byTask: new Map(), invocations: [] };

/**
 * The runs that ECS made for the items that have begun, re-read as more of them begin and end: their IDs, and the records
 * themselves for who wants to see what they hold.
 * @param stamp changes when the items do; empty while none has begun
 */
export function useRecords(
  region: string,
  execution: Execution,
  loopId: string | null,
  { stamp, isWhole }: { stamp: string; isWhole: boolean },
) {
  const api = useApi();
  const query = useQuery({
    queryKey: keys.engineRuns.runs(region, execution.executionId, isWhole),
    enabled: loopId !== null && stamp !== '',
    // A read that takes longer than the items take to change comes to its end nevertheless.
    queryFn: async ({ signal }) => ({
      ...(await readRecords(api, region, execution, loopId ?? '', signal, isWhole)),
      ofStamp: stamp,
    }),
    placeholderData: (previous) => previous,
    refetchInterval: ({ state: { data: read, status: how } }) => {
      if (read === undefined)
        return how === 'error' && !isExecutionOver(execution.status) && AFTER_FAILURE_MS;
      const isLarge = read.invocations.length > MANY_ITEMS;
      // A run goes on after its execution was cancelled.
      const runsOn = execution.status === 'Cancelled' && read.invocations.some(isUnderWay);
      const isBehind = read.ofStamp !== stamp;
      if (!runsOn && !isBehind) return false;
      if (how === 'error') return AFTER_FAILURE_MS;
      return isLarge ? MANY_ITEMS_POLL_MS : isBehind ? SOON_MS : ITEMS_POLL_MS;
    },
  });
  const data = query.data ?? NOTHING;
  const some = useMemo(() => {
    const [first, ...rest] = data.invocations;
    return first ? ([first, ...rest] as const) : null;
  }, [data]);
  return { ...data, some, error: query.error, isPending: query.isLoading };
}
