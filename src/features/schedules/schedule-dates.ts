import { useMemo } from 'react';
import type { TimeZone } from '@/domain/time-zone';
import { useLocale } from './use-schedule-words';

const MINUTE_MS = 60_000;

/** Day and time of moments as a zone's clock shows them. */
export interface ScheduleDates {
  /** `Mon 23 Nov`; `29 Jan 2027` when the year is not that of `now`, as a narrow column has no room for both. */
  day(at: number, zone: TimeZone, now: number): string;
  /** `18:00`, with seconds where there are any. */
  time(at: number, zone: TimeZone): string;
  /** `Mon` */
  weekday(at: number, zone: TimeZone): string;
}

export const UTC: TimeZone = { name: 'UTC', offsetAt: () => 0 };

/** `UTC+8`, `UTC-3:30`, `UTC`: how a zone stands at a moment. */
export function offsetName(at: number, zone: TimeZone): string {
  const minutes = Math.round(zone.offsetAt(at) / MINUTE_MS);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}

export function useScheduleDates(): ScheduleDates {
  const locale = useLocale();
  return useMemo(() => {
    // Wall times are shown as if they were UTC, so that any zone, also a fixed offset, goes the same way.
    const form = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options, timeZone: 'UTC' });
    const dayOfYear = form({ weekday: 'short', day: 'numeric', month: 'short' });
    const dayAndYear = form({ day: 'numeric', month: 'short', year: 'numeric' });
    const weekday = form({ weekday: 'short' });
    const minute = form({ hour: '2-digit', minute: '2-digit' });
    const second = form({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
    const wall = (at: number, zone: TimeZone) => at + zone.offsetAt(at);
    const yearOf = (at: number) => new Date(at).getUTCFullYear();
    return {
      day: (at, zone, now) => {
        const shown = wall(at, zone);
        const text = (yearOf(shown) === yearOf(wall(now, zone)) ? dayOfYear : dayAndYear).format(shown);
        return text.replace(/,(?= )/, '');
      },
      time: (at, zone) => (at % MINUTE_MS === 0 ? minute : second).format(wall(at, zone)),
      weekday: (at, zone) => weekday.format(wall(at, zone)),
    };
  }, [locale]);
}
