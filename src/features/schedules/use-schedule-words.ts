import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { localeFor } from '@/i18n/formatting';
import { useFormat } from '@/i18n/format';
import { isLanguage } from '@/i18n/languages';
import { createScheduleWords, type ScheduleWords } from './words';

/** The regional locale of the language in use. */
export function useLocale(): string {
  const { i18n } = useTranslation('schedules');
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  return localeFor(language, navigator.languages);
}

export function useWords(): ScheduleWords {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const locale = useLocale();
  return useMemo(() => createScheduleWords(t, locale, format.list), [t, locale, format]);
}

/**
 * Tells a frequency (cron, `rate(…)`, `at(…)`, with or without a zone) in the language in use:
 * `0 0 18 ? * MON-FRI` is `At 18:00 UTC, Monday to Friday`. Cron without a zone is UTC. What cannot be read is returned as it is.
 */
export function useScheduleWords(): (expression: string) => string {
  return useWords().ofText;
}
