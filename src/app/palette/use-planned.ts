import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Instance } from '@/api/ecs/instances';
import type { Invocation } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import { isUnderWay } from '@/features/cloud-assistant';
import { type EventItem, useAccountRegions, useAllPending, useTypeName } from '@/features/events';
import { schedulesQuery } from '@/features/schedules';

/** What will happen and what happened. */
export interface Planned {
  /** Pending events of all regions. */
  events: readonly EventItem[];
  /** Active schedules of the region. */
  schedules: readonly Invocation[];
  /** Runs of the region. */
  records: readonly Invocation[];
}

const MOST = 4;
const NO_REGIONS: readonly string[] = [];
const NOTHING: Planned = { events: [], schedules: [], records: [] };
/** The page of records that the pages show first; the API finds records by a whole name only. */
const NEWEST = { Timed: false, PageNumber: 1, PageSize: 20 } as const;
const RECORD_ID = /^t-\w+$/;

/**
 * Events, schedules and records that a text names: by a command's name, an ID or what an event does, and events of the
 * instances that were found. What the pages have read is not read again.
 * @param text settled; with '' nothing is asked for
 */
export function usePlanned(region: string, text: string, instances: readonly Instance[]): Planned {
  const api = useApi();
  const typeName = useTypeName();
  const enabled = text !== '';
  const { events } = useAllPending(useAccountRegions() ?? NO_REGIONS);
  const schedules = useQuery({ ...schedulesQuery(api, region), enabled });
  const request = { RegionId: region, ...(RECORD_ID.test(text) ? { InvokeId: text } : NEWEST) };
  const records = useQuery({
    queryKey: keys.invocations.list(region, request),
    queryFn: ({ signal }) => api.ecs.describeInvocations(request, { signal }),
    enabled,
  });
  return useMemo(() => {
    if (text === '') return NOTHING;
    const wanted = text.toLowerCase();
    const holds = (...words: string[]) => words.some((word) => word.toLowerCase().includes(wanted));
    const found = new Set(instances.map(({ InstanceId }) => InstanceId));
    const isNamed = ({ InvokeId, CommandName, CommandId }: Invocation) =>
      holds(CommandName, CommandId, InvokeId);
    return {
      events: events
        .filter(
          ({ id, instanceId, type }) => found.has(instanceId) || holds(id, instanceId, type, typeName(type)),
        )
        .slice(0, MOST),
      schedules: (schedules.data ?? [])
        .filter((run) => run.Frequency !== '' && isUnderWay(run) && isNamed(run))
        .slice(0, MOST),
      records: (records.data?.items ?? []).filter(isNamed).slice(0, MOST),
    };
  }, [events, instances, records.data, schedules.data, text, typeName]);
}
