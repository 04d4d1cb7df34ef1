import { useQuery } from '@tanstack/react-query';
import { keys } from '@/api/query-keys';
import { useTranslation } from '@/i18n/use-translation';
import { isLanguage, type Language } from '@/i18n/languages';
import type { HelpTexts } from './help-text';

/** One chunk per language, loaded when help is opened in it. */
export const HELP_LOADERS: Readonly<Record<Language, () => Promise<{ texts: HelpTexts }>>> = {
  en: () => import('./texts/en'),
  'zh-Hant': () => import('./texts/zh-Hant'),
  'zh-Hans': () => import('./texts/zh-Hans'),
};

/** The words of help in the language of the page. */
export function useHelpTexts() {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  return useQuery({
    queryKey: keys.help(language),
    queryFn: async () => (await HELP_LOADERS[language]()).texts,
    staleTime: Infinity,
    networkMode: 'always',
  });
}
