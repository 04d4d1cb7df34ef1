import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import { serverNow } from '@/api/server-clock';
import type { Invocation } from '@/api/ecs/invocations';
import { type OpenBatchRun, useAccountPlans, useOpenBatchRuns } from '@/features/batches';
import { type AllPending, useAllPending } from '@/features/events';
import { type ActiveSchedule, activeSchedules, schedulesQuery } from '@/features/schedules';
import type { RunningInvocation } from './open-runs';
import { runningQuery } from './running-query';

/** An active schedule and its region. */
export interface RegionSchedule {
  region: string;
  schedule: ActiveSchedule;
}

export interface CalendarData {
  events: AllPending['events'];
  schedules: readonly RegionSchedule[];
  running: readonly RunningInvocation[];
  batched: readonly OpenBatchRun[];
  /** Events or runs of these did not come: what is shown is a part. */
  failed: AllPending['failed'];
  asked: number;
  /** Regions of which everything, or its failure, is here. */
  settled: number;
  isFetching: boolean;
  readAt: number;
  refetch(regions?: readonly string[]): void;
}

/** What is planned and under way in the regions: events that are not over, active schedules, and runs. */
export function useCalendar(regions: readonly string[]): CalendarData {
  const api = useApi();
  const pending = useAllPending(regions);
  const schedules = useRegionRuns(
    regions,
    regions.map((region) => schedulesQuery(api, region)),
  );
  const running = useRegionRuns(
    regions,
    regions.map((region) => runningQuery(api, region)),
  );
  const everyBatched = useOpenBatchRuns();
  const batched = useMemo(
    () => everyBatched.filter(({ region }) => regions.includes(region)),
    [everyBatched, regions],
  );
  const plans = useAccountPlans();
  const { lists } = schedules;
  const active = useMemo(
    () =>
      regions.flatMap((region, index) =>
        activeSchedules(lists[index] ?? [], serverNow(), plans).map((schedule) => ({ region, schedule })),
      ),
    [lists, plans, regions],
  );
  const { lists: runningLists } = running;
  const underWay = useMemo(
    () =>
      regions.flatMap((region, index) =>
        (runningLists[index] ?? []).map((invocation) => ({ region, invocation })),
      ),
    [runningLists, regions],
  );
  const failed = new Map(
    [...running.failed, ...schedules.failed, ...pending.failed].map((one) => [one.region, one]),
  );
  return {
    events: pending.events,
    schedules: active,
    running: underWay,
    batched,
    failed: [...failed.values()],
    asked: regions.length,
    settled: Math.min(pending.answered + pending.failed.length, schedules.settled, running.settled),
    isFetching: pending.isFetching || schedules.isFetching || running.isFetching,
    readAt: pending.readAt,
    refetch: (only) => {
      pending.refetch(only);
      schedules.refetch(only);
      running.refetch(only);
    },
  };
}

interface RegionResult {
  data: Invocation[] | undefined;
  error: Error | null;
  isFetching: boolean;
  refetch(): unknown;
}

/** Runs region by region: each answers, or fails, by itself. `lists` in the order of the regions. */
function useRegionRuns(
  regions: readonly string[],
  queries: readonly (ReturnType<typeof schedulesQuery> | ReturnType<typeof runningQuery>)[],
) {
  const combine = useCallback(
    (results: readonly RegionResult[]) => ({
      lists: results.map(({ data }) => data),
      failed: results.flatMap(({ error }, index) => (error ? [{ region: regions[index]!, error }] : [])),
      settled: results.filter(({ data, error }) => data !== undefined || error !== null).length,
      isFetching: results.some((result) => result.isFetching),
      refetch: (only?: readonly string[]) => {
        for (const [index, result] of results.entries())
          if (!only || only.includes(regions[index]!)) void result.refetch();
      },
    }),
    [regions],
  );
  return useQueries({ queries, combine });
}
