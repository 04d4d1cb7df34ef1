import { useTranslation } from './use-translation';
import { usePreferences } from '@/ui/preferences';
import type { Format } from './formatting';
import { createFormat, localeFor } from './formatting';
import { isLanguage } from './languages';

const made = new Map<string, Format>();

/** The formatters of the language in use and of the zone chosen in the preferences; the same object until one of them changes. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const zone = usePreferences((preferences) => preferences.zone);
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const key = `${language} ${zone}`;
  let format = made.get(key);
  if (!format) {
    format = createFormat({ language, locale: localeFor(language, navigator.languages), zone });
    made.set(key, format);
  }
  return format;
}

export type { Format };
