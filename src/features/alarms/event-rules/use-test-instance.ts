import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';

const MOST_OFFERED = 50;

/** The instance a test event is about. */
export interface TestInstance {
  id: string;
  /** `''`: not known. */
  name: string;
}

export interface TestInstanceChoice {
  offered: readonly TestInstance[];
  /** The one the text stands for; null: none. */
  chosen: TestInstance | null;
  isReading: boolean;
}

/** Instances whose name begins with a text, and the one that the text names by name or ID; without a text the first. */
export function useTestInstance(region: string, text: string): TestInstanceChoice {
  const api = useApi();
  const wanted = text.trim();
  const isId = /^i-[a-z0-9-]+$/i.test(wanted);
  const { data, isFetching } = useQuery({
    queryKey: keys.instances.list(region, { testEvent: wanted }),
    queryFn: ({ signal }) =>
      api.ecs.describeInstances(
        {
          RegionId: region,
          ...(isId ? { InstanceIds: [wanted] } : wanted ? { InstanceName: `${wanted}*` } : {}),
          PageNumber: 1,
          PageSize: MOST_OFFERED,
        },
        { signal },
      ),
    select: (page) =>
      page.items.map(({ InstanceId, InstanceName }) => ({ id: InstanceId, name: InstanceName })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const offered = data ?? [];
  const named = offered.find(({ id, name }) => id === wanted || name === wanted);
  return {
    offered,
    // The service does not ask whether there is such an instance.
    chosen: named ?? (isId ? { id: wanted, name: '' } : wanted === '' ? (offered[0] ?? null) : null),
    isReading: isFetching,
  };
}
