import { useRegionList } from '@/api/use-region-list';
import { useRegionName } from '@/i18n/region-name';

export interface RegionChoice {
  id: string;
  name: string;
}

/** The account's regions to choose from, named in the language of the page. */
export function useRegions(): {
  regions: readonly RegionChoice[] | undefined;
  failed: boolean;
  retry(): void;
} {
  const nameOf = useRegionName();
  const query = useRegionList();
  return {
    regions: query.data?.map((region) => ({
      id: region.RegionId,
      name: nameOf(region.RegionId, region.LocalName || region.RegionId),
    })),
    failed: query.isError,
    retry: () => void query.refetch(),
  };
}
