import { useQuery } from '@tanstack/react-query';
import type { FieldNote } from '@/api/catalog/field';
import { isLanguage, type Language } from '@/i18n/languages';
import { useTranslation } from '@/i18n/use-translation';

/** What actions are for and what is to be known of their fields. */
export interface ActionWords {
  purposes: Readonly<Record<string, string>>;
  notes: Readonly<Record<FieldNote, string>>;
}

/** Fetched with the page that shows them: the words of all other pages are not made longer by them. */
export const ACTION_WORDS: Record<Language, () => Promise<{ default: ActionWords }>> = {
  en: () => import('./words/en.json'),
  'zh-Hant': () => import('./words/zh-Hant.json'),
  'zh-Hans': () => import('./words/zh-Hans.json'),
};

const NONE: ActionWords = { purposes: {}, notes: {} as Record<FieldNote, string> };

/** In the language of the page; empty while they are on their way, or if they cannot be had. */
export function useActionWords(): ActionWords & { isPending: boolean } {
  const { i18n } = useTranslation('explorer');
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const { data, isPending } = useQuery({
    queryKey: ['explorer-words', language],
    queryFn: async () => (await ACTION_WORDS[language]()).default,
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
  });
  return { ...(data ?? NONE), isPending };
}
