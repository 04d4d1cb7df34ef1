import { useTranslation } from './use-translation';

/** Names regions in the language of the page. A region the catalog does not know keeps the name the server gave, or its ID. */
export function useRegionName(): (regionId: string, serverName?: string) => string {
  const { t } = useTranslation('frame');
  return (regionId, serverName) =>
    t(`regions.${regionId}` as 'regions.cn-hangzhou', { defaultValue: serverName ?? regionId });
}
