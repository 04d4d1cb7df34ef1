import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { usePlans } from '@/features/batches';
import { clockNow, useClock } from '@/features/events';
import { type ActiveSchedule, activeSchedules, schedulesQuery } from '@/features/schedules';
import { type Reading, readingOf } from './reading';

export interface NextSchedules {
  reading: Reading;
  /** Active ones, the next to fire first. */
  schedules: readonly ActiveSchedule[];
}

/** The region's active schedules in the order in which they fire, one in batches once; goes on with the clock. */
export function useNextSchedules(region: string): NextSchedules {
  const query = useQuery(schedulesQuery(useApi(), region));
  const { data } = query;
  const plans = usePlans(region);
  const [now, setNow] = useState(clockNow);
  const schedules = useMemo(() => activeSchedules(data ?? [], now, plans), [data, now, plans]);
  const next = schedules[0]?.next ?? null;
  const hasFired = useClock((at) => next !== null && at >= next);
  if (hasFired) setNow(clockNow());
  return { reading: readingOf([query]), schedules };
}
