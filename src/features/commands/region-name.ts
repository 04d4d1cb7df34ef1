import { useTranslation } from 'react-i18next';

/** A region's name in the language of the page; its ID when the console does not know the region. */
export function useRegionName(region: string): string {
  const { t, i18n } = useTranslation('frame');
  const known: boolean = i18n.exists(`regions.${region}`, { ns: 'frame' });
  return known ? t(`regions.${region}` as 'regions.cn-hangzhou') : region;
}
