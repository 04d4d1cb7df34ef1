import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from './ApiContext';
import { keys } from './query-keys';

/** The endpoint that is asked: any answers with all regions, but the one of a mistyped region does not exist. */
const ENDPOINT_REGION = 'cn-hangzhou';

const WIRE_LANGUAGES: Record<string, string> = { en: 'en-US', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' };

/** The account's regions, named in the language of the page. */
export function useRegionList() {
  const api = useApi();
  const { i18n } = useTranslation();
  const language = WIRE_LANGUAGES[i18n.language] ?? 'en-US';
  return useQuery({
    queryKey: keys.regions.list(language),
    queryFn: ({ signal }) =>
      api.ecs.describeRegions({ RegionId: ENDPOINT_REGION, AcceptLanguage: language }, { signal }),
    staleTime: 60 * 60_000,
  });
}
