import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import type { templateOf } from './engine-request';

/**
 * The rights that a run by the template would lack (contract OOS 10.4); null while that is not known, or when the service
 * does not say.
 */
export function useMissingRights(
  region: string,
  template: ReturnType<typeof templateOf> | null,
  role: string,
): readonly string[] | null {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.engineRuns.rights(region, JSON.stringify(template), role),
    enabled: template !== null,
    staleTime: 60_000,
    retry: false,
    queryFn: ({ signal }) =>
      api.oos.missingRights(
        {
          RegionId: region,
          ...(template ?? { TemplateName: '' }),
          ...(role === '' ? {} : { RamRole: role }),
        },
        { signal },
      ),
  });
  return data ?? null;
}
