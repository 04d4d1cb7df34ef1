import type { TFunction } from 'i18next';
import type { Cron } from '@/domain/cron';
import { type Frequency, parseFrequency } from '@/domain/frequency';
import { type DateSpeech, dateWords, yearWords } from './date-words';
import { timeWords } from './time-words';

export interface ScheduleWords {
  /** The sentence of a frequency in any of its forms, e.g. `At 18:00 UTC, Monday to Friday`; what cannot be read stays as it is. */
  ofText(frequency: string): string;
  /** The sentence of a cron expression read on a zone's clock; `zone` null leaves the zone out. */
  ofCron(cron: Cron, zone: string | null): string;
}

/**
 * Tells schedules in words. Written for this dialect of cron, from the parsed sets: libraries of the kind count days of
 * the week from 0, and read `1-7/3` as every third day.
 * `locale` names days and months, `list` joins with the language's "and".
 */
export function createScheduleWords(
  t: TFunction<'schedules'>,
  locale: string,
  list: (items: readonly string[]) => string,
): ScheduleWords {
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const weekdays = named({ weekday: 'long' });
  const months = named({ month: 'long' });
  const moments = named({ dateStyle: 'long', timeStyle: 'medium', hourCycle: 'h23' });
  const speech: DateSpeech = {
    t,
    list,
    weekday: (day) => weekdays.format(Date.UTC(2023, 0, day)), // 1 January 2023 was a Sunday
    month: (month) => months.format(Date.UTC(2023, month - 1, 1)),
  };
  const ofCron = (cron: Cron, zone: string | null): string => {
    const time = timeWords(cron, speech);
    const date = dateWords(cron, speech) ?? (time.clock ? t('words.everyDay') : null);
    const needsZone = zone !== null && (time.clock || date !== null);
    const text = needsZone
      ? t(time.clock ? 'words.zoned' : 'words.zonedRhythm', { time: time.text, zone })
      : time.text;
    const sentence = date === null ? text : t('words.onDate', { time: text, date });
    const years = yearWords(cron, speech);
    return years === null ? sentence : t('words.inYears', { sentence, years });
  };
  const ofFrequency = (frequency: Frequency): string => {
    switch (frequency.kind) {
      case 'cron':
        return ofCron(frequency.cron, frequency.zone?.name ?? 'UTC');
      case 'rate':
        return rateWords(frequency.seconds, t);
      case 'at':
        return t('words.once', {
          time: t('words.zoned', { time: moments.format(frequency.at), zone: 'UTC' }),
        });
    }
  };
  return {
    ofCron: (cron, zone) => finished(ofCron(cron, zone)),
    ofText: (text) => {
      const read = parseFrequency(text);
      return read.ok ? finished(ofFrequency(read.frequency)) : text;
    },
  };
}

function rateWords(seconds: number, t: TFunction<'schedules'>): string {
  if (seconds % 86_400 === 0) return t('words.days', { count: seconds / 86_400 });
  if (seconds % 3600 === 0) return t('words.hours', { count: seconds / 3600 });
  if (seconds % 60 === 0) return t('words.minutes', { count: seconds / 60 });
  return t('words.seconds', { count: seconds });
}

/** Begins large, and puts blanks as Chinese typesetting does: between ideographs and Latin letters or digits only. */
function finished(sentence: string): string {
  const spaced = sentence
    .replace(/(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu, ' ')
    .replace(/(?<=[\p{Script=Han}）]) (?=\p{Script=Han})|(?<=）) /gu, '');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
