import type { TFunction } from 'i18next';
import type { Cron } from '@/domain/cron';
import { numberRuns, type Run, runsOf, stepOf } from './value-runs';

export interface DateSpeech {
  t: TFunction<'schedules'>;
  list(items: readonly string[]): string;
  /** 1 = Sunday. */
  weekday(dayOfWeek: number): string;
  /** 1 = January. */
  month(month: number): string;
}

const ALL_MONTHS = 12;
const ALL_WEEKDAYS = 7;
/** Longer lists of years are told by their step. */
const MAX_YEARS = 4;

/** Which days a schedule fires on: "Monday to Friday", "on the last day of every month"; null: every day there is. */
export function dateWords(
  { days, months }: Pick<Cron, 'days' | 'months'>,
  speech: DateSpeech,
): string | null {
  const { t, list } = speech;
  const isEveryMonth = months.values.length === ALL_MONTHS;
  const month = isEveryMonth ? t('words.everyMonth') : list(namesOf(runsOf(months.values), speech.month, t));
  switch (days.kind) {
    case 'everyDay':
      return isEveryMonth ? null : t('words.everyDayIn', { month });
    case 'daysOfMonth':
      return t('words.onDays', { count: days.values.length, list: list(numberRuns(days.values)), month });
    case 'lastDay':
      if (days.offset === 0)
        return t(days.nearestWeekday ? 'words.onLastWeekday' : 'words.onLastDay', { month });
      return t(days.nearestWeekday ? 'words.onWeekdayBeforeLast' : 'words.onDayBeforeLast', {
        count: days.offset,
        month,
      });
    case 'nearestWeekday':
      return t('words.onNearestWeekday', { day: days.day, month });
    case 'daysOfWeek': {
      if (days.values.length === ALL_WEEKDAYS) return isEveryMonth ? null : t('words.everyDayIn', { month });
      const names = namesOf(weekdayRuns(days.values), (day) => speech.weekday((day % ALL_WEEKDAYS) + 1), t);
      const values = { count: days.values.length, list: list(names), month };
      return isEveryMonth ? t('words.onWeekdays', values) : t('words.onWeekdaysIn', values);
    }
    case 'lastOfWeekday':
      return t('words.onLastOf', { weekday: speech.weekday(days.dayOfWeek), month });
    case 'nthOfWeekday':
      return t('words.onNthOf', {
        nth: t(`nth.${days.nth as 1 | 2 | 3 | 4 | 5}`),
        weekday: speech.weekday(days.dayOfWeek),
        month,
      });
  }
}

/** The years, when not all of them: "in 2002–2005", "every 4 years from 2020 to 2096". */
export function yearWords({ years }: Pick<Cron, 'years'>, { t, list }: DateSpeech): string | null {
  const { values } = years;
  if (values.length === 2099 - 1970 + 1) return null;
  const step = stepOf(values);
  return step !== null && step > 1 && values.length > MAX_YEARS
    ? t('words.everyYears', { count: step, from: values[0]!, to: values.at(-1)! })
    : t('words.years', { list: list(numberRuns(values)) });
}

/** Runs from Monday (1) to Sunday (7), as weeks are thought of, not from Sunday as cron counts. */
function weekdayRuns(values: readonly number[]): Run[] {
  return runsOf(values.map((day) => ((day + 5) % ALL_WEEKDAYS) + 1).sort((a, b) => a - b));
}

function namesOf(runs: readonly Run[], name: (value: number) => string, t: TFunction<'schedules'>): string[] {
  return runs.flatMap(({ from, to }) => {
    if (from === to) return [name(from)];
    return to - from === 1 ? [name(from), name(to)] : [t('words.run', { from: name(from), to: name(to) })];
  });
}
