import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Execution, ListExecutionsRequest } from '@/api/oos/executions';
import { pollWhile } from '@/api/polling';
import { keys } from '@/api/query-keys';
import { isExecutionOver } from '@/domain/engine-status';
import { type EngineRecords, readRecords } from './engine-records';
import { CONSOLE_TAGS } from './hand-over/engine-request';

/** One that waits for a person can wait for days. */
const isMoving = ({ status }: Execution) => !isExecutionOver(status) && status !== 'Waiting';

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
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.items.some(isMoving)) ? LIST_POLL_MS : false,
  });
}

const LIST_POLL_MS = 10_000;
/** Once it waits for a person, somebody else may have decided. */
const WAITING_POLL_MS = 15_000;
const ITEMS_POLL_MS = 5_000;
const FASTEST_POLL_MS = 2_000;
const SLOWEST_POLL_MS = 5_000;

const follow = pollWhile<Execution | null>(
  (execution) => execution !== null && isMoving(execution),
  (execution) => execution?.startedAt ?? null,
);

/** One execution, re-read while it is under way (contract OOS 10.5); null: the region has none of that ID. */
export function useExecution(region: string, executionId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.engineRuns.detail(region, executionId),
    queryFn: ({ signal }) =>
      api.oos.findExecution({ RegionId: region, ExecutionId: executionId }, { signal }),
    refetchInterval: (query) => {
      if (query.state.data?.status === 'Waiting') return WAITING_POLL_MS;
      const delay = follow(query);
      return delay === false ? false : Math.min(SLOWEST_POLL_MS, Math.max(FASTEST_POLL_MS, delay));
    },
  });
}

/** The items of its loop; with every change of the execution's status they are read once more. */
export function useItems(region: string, { executionId, status }: Execution) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.engineRuns.items(region, executionId), status],
    queryFn: ({ signal }) => api.oos.listItems({ RegionId: region, ExecutionId: executionId }, { signal }),
    refetchInterval: ({ state: { data } }) => {
      if (isExecutionOver(status)) return false;
      // One that waits may have been read a moment before its last item ended.
      const isAtRest = status === 'Waiting' && !data?.items.some((item) => item.status === 'Running');
      return isAtRest ? WAITING_POLL_MS : ITEMS_POLL_MS;
    },
    placeholderData: (previous) => previous,
  });
}

const NOTHING: EngineRecords = { byTask: new Map(), invocations: [] };

/**
 * The runs that ECS made for the items that have begun, re-read as more of them begin and end: their IDs, and the records
 * themselves for who wants to see what they hold.
 * @param stamp changes when the items do
 */
export function useRecords(
  region: string,
  execution: Execution,
  loopId: string | null,
  { stamp, isWhole }: { stamp: string; isWhole: boolean },
) {
  const api = useApi();
  const query = useQuery({
    queryKey: [...keys.engineRuns.runs(region, execution.executionId, [loopId ?? '']), { stamp, isWhole }],
    enabled: loopId !== null && stamp !== '',
    queryFn: ({ signal }) => readRecords(api, region, execution, loopId ?? '', signal, isWhole),
    // Every change of the items is another question: the answers to the earlier ones are of no more use.
    gcTime: 10_000,
    placeholderData: (previous) => previous,
    // A run goes on after its execution was cancelled.
    refetchInterval: ({ state: { data } }) =>
      data &&
      execution.status === 'Cancelled' &&
      data.invocations.some(({ InvokeStatus }) => InvokeStatus === 'Running')
        ? ITEMS_POLL_MS
        : false,
  });
  const data = query.data ?? NOTHING;
  const some = useMemo(() => {
    const [first, ...rest] = data.invocations;
    return first ? ([first, ...rest] as const) : null;
  }, [data]);
  return { ...data, some, error: query.error, isPending: query.isLoading };
}
