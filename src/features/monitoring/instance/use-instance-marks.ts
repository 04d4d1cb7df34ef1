import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import { parseWireTime } from '@/api/wire-times';
import { useTypeName } from '@/features/events';
import { type ChartMarks, inLanes } from '../chart/chart-marks';
import { monitorGate } from '../data/gate';
import { readRuns } from '../data/read-runs';
import { monitoringPaths } from '../paths';

/** Events that go on, or went on: what is only planned has left no trace on a chart. */
const BEGUN = ['Executing', 'Executed', 'Failed'] as const;
const EVENTS_PER_PAGE = 100;
const STALE_MS = 60_000;
const DAY = 86_400_000;

/** Runs, system events and the creation of an instance, for the time axis of its charts (G6). */
export function useInstanceMarks(region: string, instance: Instance, from: number): ChartMarks {
  const typeName = useTypeName();
  const api = useApi();
  const { InstanceId, CreationTime } = instance;
  // By the day, so that an axis that moves on by the minute asks for its marks once.
  const since = Math.floor(from / DAY) * DAY;
  const runs = useQuery({
    queryKey: keys.monitoring.marks(region, 'runs', InstanceId, since),
    queryFn: ({ signal }) => readRuns(api, region, InstanceId, since, { signal }),
    staleTime: STALE_MS,
    refetchInterval: STALE_MS,
  });
  const events = useQuery({
    queryKey: keys.monitoring.marks(region, 'events', InstanceId, 0),
    queryFn: ({ signal }) =>
      monitorGate(
        () =>
          api.ecs.describeInstanceHistoryEvents(
            { RegionId: region, InstanceId, InstanceEventCycleStatus: BEGUN, PageSize: EVENTS_PER_PAGE },
            { signal },
          ),
        signal,
      ),
    staleTime: STALE_MS,
    refetchInterval: STALE_MS,
  });
  return useMemo(() => {
    const paths = monitoringPaths(region);
    return {
      points: (runs.data ?? []).map(({ id, at, name, invokeId }) => ({
        id,
        at,
        label: name,
        to: paths.record(invokeId),
      })),
      bands: inLanes(
        (events.data?.items ?? []).flatMap((event) => {
          const begin = event.NotBefore ?? event.EventPublishTime;
          if (begin === null) return [];
          return {
            id: event.EventId,
            from: begin,
            to: event.EventFinishTime,
            label: typeName(event.EventType),
            address: paths.event(InstanceId, event.EventId),
          };
        }),
      ),
      begin: parseWireTime(CreationTime),
    };
  }, [CreationTime, InstanceId, events.data, region, runs.data, typeName]);
}
