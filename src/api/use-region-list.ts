import { useQuery } from '@tanstack/react-query';
import { useApi } from './ApiContext';
import { keys } from './query-keys';
import { useWireLanguage } from './wire-language';

/** The endpoint that is asked: any answers with all regions, but the one of a mistyped region does not exist. */
const ENDPOINT_REGION = 'cn-hangzhou';

/** The account's regions, named in the language of the page. */
export function useRegionList() {
  const api = useApi();
  const language = useWireLanguage();
  return useQuery({
    queryKey: keys.regions.list(language),
    queryFn: ({ signal }) =>
      api.ecs.describeRegions({ RegionId: ENDPOINT_REGION, AcceptLanguage: language }, { signal }),
    staleTime: 60 * 60_000,
  });
}
