import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';

const ONE_ROW = { PageNumber: 1, PageSize: 1 } as const;
/** How often the number of running invocations is asked for while some run; and while none do. */
const BUSY_MS = 5_000;
const IDLE_MS = 30_000;

/** How many commands and instances the region has. Each is a page of one row, read for its total. */
export function useRegionCounts(region: string): {
  commands: number | undefined;
  instances: number | undefined;
} {
  const api = useApi();
  const commands = useQuery({
    queryKey: keys.commands.list(region, { count: true }),
    queryFn: ({ signal }) => api.ecs.describeCommands({ RegionId: region, ...ONE_ROW }, { signal }),
    select: (page) => page.totalCount,
    staleTime: 60_000,
  });
  const instances = useQuery({
    queryKey: keys.instances.list(region, { count: true }),
    queryFn: ({ signal }) => api.ecs.describeInstances({ RegionId: region, ...ONE_ROW }, { signal }),
    select: (page) => page.totalCount,
    staleTime: 60_000,
  });
  return { commands: commands.data, instances: instances.data };
}

/**
 * How many invocations of the region run now; undefined until known. Schedules are not counted: they are Running until
 * they are stopped (manual table 1-4).
 */
export function useRunningCount(region: string): number | undefined {
  const api = useApi();
  const running = useQuery({
    queryKey: keys.invocations.list(region, { count: 'running' }),
    queryFn: ({ signal }) =>
      api.ecs.describeInvocations(
        { RegionId: region, InvokeStatus: 'Running', Timed: false, ...ONE_ROW },
        { signal },
      ),
    select: (page) => page.totalCount,
    refetchInterval: (query) => (query.state.data?.totalCount ? BUSY_MS : IDLE_MS),
  });
  return running.data;
}
