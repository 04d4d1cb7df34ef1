import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { useRegionName } from '@/i18n/region-name';
import { HOME_REGION } from './last-region';

const WIRE_LANGUAGES: Record<string, string> = { en: 'en-US', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' };

export interface RegionChoice {
  id: string;
  name: string;
}

/** The account's regions, named in the language of the page. Any region's endpoint answers with all of them. */
export function useRegions(): {
  regions: readonly RegionChoice[] | undefined;
  failed: boolean;
  retry(): void;
} {
  const api = useApi();
  const { i18n } = useTranslation();
  const nameOf = useRegionName();
  const language = WIRE_LANGUAGES[i18n.language] ?? 'en-US';
  const query = useQuery({
    queryKey: keys.regions.list(language),
    queryFn: ({ signal }) =>
      api.ecs.describeRegions({ RegionId: HOME_REGION, AcceptLanguage: language }, { signal }),
    staleTime: 60 * 60_000,
  });
  return {
    regions: query.data?.map((region) => ({
      id: region.RegionId,
      name: nameOf(region.RegionId, region.LocalName || region.RegionId),
    })),
    failed: query.isError,
    retry: () => void query.refetch(),
  };
}
