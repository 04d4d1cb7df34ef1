import { useTranslation } from '@/i18n/use-translation';

/** `AcceptLanguage` of the calls whose answers hold names (contract 6: DescribeRegions, DescribeZones). */
const WIRE_LANGUAGES: Readonly<Record<string, string>> = {
  en: 'en-US',
  'zh-Hant': 'zh-TW',
  'zh-Hans': 'zh-CN',
};

/** The language of the page, as the service calls it. */
export function useWireLanguage(): string {
  const { i18n } = useTranslation();
  return WIRE_LANGUAGES[i18n.language] ?? 'en-US';
}
