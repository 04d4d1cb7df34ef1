import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { machineZone, readTimeZone, type TimeZone } from '@/domain/time-zone';
import { localeFor } from '@/i18n/formatting';
import { isLanguage } from '@/i18n/languages';
import { usePreferences } from '@/ui/preferences';

/** Times as the charts show them, in the zone of the preferences. */
export interface AxisTimes {
  zone: TimeZone;
  /** `14:30` */
  clock(at: number): string;
  /** `23 Nov` */
  day(at: number): string;
  /** `23 Nov 14:30` */
  moment(at: number): string;
  /** `06:30 UTC`; null where the zone is UTC anyway. */
  inUtc(at: number): string | null;
}

const UTC = readTimeZone('UTC')!;

export function useAxisTimes(): AxisTimes {
  const { i18n } = useTranslation();
  const chosen = usePreferences((preferences) => preferences.zone);
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  return useMemo(() => {
    const zone = chosen === 'utc' ? UTC : machineZone();
    const locale = localeFor(language, navigator.languages);
    // Wall times are shown as if they were UTC, so that labels and ticks go by the same zone.
    const form = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options, timeZone: 'UTC' });
    const clock = form({ hour: '2-digit', minute: '2-digit' });
    const day = form({ day: 'numeric', month: 'short' });
    const wall = (at: number) => at + zone.offsetAt(at);
    const times = {
      zone,
      clock: (at: number) => clock.format(wall(at)),
      day: (at: number) => day.format(wall(at)),
      moment: (at: number) => `${day.format(wall(at))} ${clock.format(wall(at))}`,
      inUtc: (at: number) => (zone.offsetAt(at) === 0 ? null : `${clock.format(at)} UTC`),
    };
    return times;
  }, [chosen, language]);
}
