import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import { serverNow } from '@/api/server-clock';
import type { Invocation } from '@/api/ecs/invocations';
import { type AllPending, useAllPending } from '@/features/events';
import { type ActiveSchedule, activeSchedules, schedulesQuery } from '@/features/schedules';

/** An active schedule and its region. */
export interface RegionSchedule {
  region: string;
  schedule: ActiveSchedule;
}

export interface CalendarData {
  events: AllPending['events'];
  schedules: readonly RegionSchedule[];
  /** Events or schedules of these did not come: what is shown is a part. */
  failed: AllPending['failed'];
  asked: number;
  /** Regions of which everything, or its failure, is here. */
  settled: number;
  isFetching: boolean;
  readAt: number;
  refetch(regions?: readonly string[]): void;
}

/** What is planned in the regions: their events that are not over and their active schedules. */
export function useCalendar(regions: readonly string[]): CalendarData {
  const api = useApi();
  const pending = useAllPending(regions);
  const combine = useCallback(
    (results: readonly ScheduleResult[]) => ({
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
  const schedules = useQueries({
    queries: regions.map((region) => schedulesQuery(api, region)),
    combine,
  });
  const { lists } = schedules;
  const active = useMemo(
    () =>
      regions.flatMap((region, index) =>
        activeSchedules(lists[index] ?? [], serverNow()).map((schedule) => ({ region, schedule })),
      ),
    [lists, regions],
  );
  const failed = [
    ...pending.failed,
    ...schedules.failed.filter(({ region }) => !pending.failed.some((one) => one.region === region)),
  ];
  return {
    events: pending.events,
    schedules: active,
    failed,
    asked: regions.length,
    settled: Math.min(pending.answered + pending.failed.length, schedules.settled),
    isFetching: pending.isFetching || schedules.isFetching,
    readAt: pending.readAt,
    refetch: (only) => {
      pending.refetch(only);
      schedules.refetch(only);
    },
  };
}

interface ScheduleResult {
  data: Invocation[] | undefined;
  error: Error | null;
  isFetching: boolean;
  refetch(): unknown;
}
