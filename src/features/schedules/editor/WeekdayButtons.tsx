import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import { useLocale } from '../use-schedule-words';

/** As weeks are thought of; the numbers are cron's, 1 = Sunday. */
export const MONDAY_FIRST = [2, 3, 4, 5, 6, 7, 1] as const;

/** Names of days of the week, 1 = Sunday, long and as short as can be. */
export function useWeekdayNames(): { long(day: number): string; narrow(day: number): string } {
  const locale = useLocale();
  return useMemo(() => {
    const form = (weekday: 'long' | 'narrow') => {
      const names = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
      return (day: number) => names.format(Date.UTC(2023, 0, day)); // 1 January 2023 was a Sunday
    };
    return { long: form('long'), narrow: form('narrow') };
  }, [locale]);
}

export interface WeekdayButtonsProps {
  days: readonly number[];
  onChange(days: readonly number[]): void;
}

/** Days of the week to press on and off; the last one stays. */
export function WeekdayButtons({ days, onChange }: WeekdayButtonsProps) {
  const { t } = useTranslation('schedules');
  const names = useWeekdayNames();
  const toggle = (day: number) => {
    const next = days.includes(day) ? days.filter((other) => other !== day) : [...days, day];
    if (next.length > 0) onChange(next.sort((a, b) => a - b));
  };
  return (
    <div role="group" aria-label={t('plan.days')} className="flex gap-0.5">
      {MONDAY_FIRST.map((day) => {
        const isOn = days.includes(day);
        return (
          <button
            key={day}
            type="button"
            aria-label={names.long(day)}
            aria-pressed={isOn}
            className={cx(
              'size-7 rounded-sm',
              isOn ? 'bg-accent-subtle font-semibold text-accent' : 'bg-field text-text-muted hover:bg-press',
            )}
            onClick={() => toggle(day)}
          >
            {names.narrow(day)}
          </button>
        );
      })}
    </div>
  );
}
