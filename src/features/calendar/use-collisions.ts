import { useMemo } from 'react';
import { byTime, collisionsOf, openRunCollisions } from '@/domain/event-collisions';
import type { EventItem } from '@/features/events';
import type { NumberedCollision } from './numbered';
import type { OpenRun } from './open-runs';
import type { ScheduleInWeek } from './week-fires';

/** Where fires still to come, and runs under way, meet planned events: numbered by time. */
export function useCollisions(
  events: readonly EventItem[],
  schedules: readonly ScheduleInWeek[],
  runs: readonly OpenRun[],
  now: number,
): readonly NumberedCollision[] {
  const fires = useMemo(
    () =>
      collisionsOf(
        events,
        schedules.map(({ region, schedule: { invocation, invocations }, fires }) => ({
          id: invocation.InvokeId,
          region,
          instanceIds: invocations.flatMap((record) =>
            record.InvokeInstances.map(({ InstanceId }) => InstanceId),
          ),
          fires: fires.filter((at) => at >= now),
        })),
      ),
    [events, now, schedules],
  );
  const open = useMemo(
    () =>
      openRunCollisions(
        events,
        runs.flatMap(({ parts }) => parts),
      ),
    [events, runs],
  );
  return useMemo(
    () => [...open, ...fires].toSorted(byTime).map((one, index) => ({ ...one, number: index + 1 })),
    [fires, open],
  );
}
