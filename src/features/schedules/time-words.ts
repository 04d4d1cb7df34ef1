import type { TFunction } from 'i18next';
import type { Cron } from '@/domain/cron';
import { numberRuns, rhythmOf, runsOf, stepOf } from './value-runs';

export interface TimeWords {
  text: string;
  /** Whether it names times of the clock, which mean nothing without a zone. */
  clock: boolean;
}

interface Speech {
  t: TFunction<'schedules'>;
  list(items: readonly string[]): string;
}

type Times = Pick<Cron, 'seconds' | 'minutes' | 'hours'>;
interface Window {
  from: string;
  to: string;
}

/** More times of day than this are told as a rhythm or as lists of hours and minutes. */
const MAX_TIMES = 6;
const MAX_WINDOWS = 3;

/** When in a day a schedule fires: "at 10:15", "every 5 minutes from 14:00 to 14:55". */
export function timeWords(cron: Times, speech: Speech): TimeWords {
  const [seconds, minutes, hours] = [cron.seconds.values, cron.minutes.values, cron.hours.values];
  if (seconds.length > 1) return rhythmOfSeconds(cron, speech);
  if (minutes.length > 1) return rhythmOfMinutes(cron, speech);
  const [second, minute] = [seconds[0]!, minutes[0]!];
  const step = stepOf(hours);
  const [run, ...others] = runsOf(hours, 24);
  if (hours.length > MAX_TIMES && (step || others.length === 0)) {
    const every = speech.t('words.hours', { count: step ?? 1 });
    const isWholeDay = hours.length === 24;
    if (isWholeDay) {
      const text = speech.t('words.hourly', { count: 1, list: String(minute) });
      return { text: withSecond(text, second, speech), clock: false };
    }
    const [from, to] = step ? [hours[0]!, hours.at(-1)!] : [run!.from, run!.to];
    return inWindows(every, [{ from: clock(from, minute, second), to: clock(to, minute, second) }], speech);
  }
  return atTimes(cron, speech);
}

function rhythmOfMinutes(cron: Times, speech: Speech): TimeWords {
  const { t, list } = speech;
  const [minutes, hours] = [cron.minutes.values, cron.hours.values];
  const second = cron.seconds.values[0]!;
  const isShort = minutes.length * hours.length <= MAX_TIMES;
  const step = isShort ? stepOf(minutes) : rhythmOf(minutes, 60);
  const [first, last] = [minutes[0]!, minutes.at(-1)!];
  if (step === null && isShort) return atTimes(cron, speech);
  const every = step === null ? null : t('words.minutes', { count: step });
  const coversHour = step !== null && 60 % step === 0 && first < step;
  if (every && hours.length < 24) {
    const runs = coversHour ? runsOf(hours, 24) : hours.map((hour) => ({ from: hour, to: hour }));
    if (runs.length <= MAX_WINDOWS) {
      const windows = runs.map((run) => ({
        from: clock(run.from, first, second),
        to: clock(run.to, last, second),
      }));
      return inWindows(every, windows, speech);
    }
  }
  const ofHour =
    every === null
      ? t('words.hourly', { count: minutes.length, list: list(numberRuns(minutes)) })
      : !coversHour
        ? t('words.minutesWithin', { every, from: first, to: last })
        : first === 0
          ? every
          : t('words.minutesFrom', { every, from: first });
  return inHours(withSecond(ofHour, second, speech), hours, speech);
}

function rhythmOfSeconds(cron: Times, speech: Speech): TimeWords {
  const { t, list } = speech;
  const [seconds, minutes, hours] = [cron.seconds.values, cron.minutes.values, cron.hours.values];
  const isShort = seconds.length * minutes.length * hours.length <= MAX_TIMES;
  const step = isShort ? stepOf(seconds) : rhythmOf(seconds, 60);
  const [first, last] = [seconds[0]!, seconds.at(-1)!];
  if (step === null && isShort) return atTimes(cron, speech);
  const every = step === null ? null : t('words.seconds', { count: step });
  const coversMinute = step !== null && 60 % step === 0 && first < step;
  if (every && minutes.length === 1 && hours.length === 1) {
    const [hour, minute] = [hours[0]!, minutes[0]!];
    const window = { from: clock(hour, minute, first, true), to: clock(hour, minute, last, true) };
    return inWindows(every, [window], speech);
  }
  const runs = runsOf(hours, 24);
  if (every && coversMinute && minutes.length === 60 && hours.length < 24 && runs.length <= MAX_WINDOWS) {
    const windows = runs.map((run) => ({
      from: clock(run.from, 0, first, true),
      to: clock(run.to, 59, last, true),
    }));
    return inWindows(every, windows, speech);
  }
  const ofMinute =
    every === null
      ? t('words.minutely', { count: seconds.length, list: list(numberRuns(seconds)) })
      : !coversMinute
        ? t('words.secondsWithin', { every, from: first, to: last })
        : first === 0
          ? every
          : t('words.secondsFrom', { every, from: first });
  const inMinutes =
    minutes.length === 60
      ? ofMinute
      : t('words.inMinutes', { time: ofMinute, count: minutes.length, list: list(numberRuns(minutes)) });
  return inHours(inMinutes, hours, speech);
}

function atTimes({ seconds, minutes, hours }: Times, { t, list }: Speech): TimeWords {
  const times = hours.values.flatMap((hour) =>
    minutes.values.flatMap((minute) =>
      seconds.values.map((second) => clock(hour, minute, second, seconds.values.length > 1)),
    ),
  );
  return { text: t('words.at', { times: list(times) }), clock: true };
}

function inWindows(every: string, windows: Window[], { t, list }: Speech): TimeWords {
  const texts = windows.map((window) => t('words.window', { ...window }));
  return { text: t('words.inWindows', { every, windows: list(texts) }), clock: true };
}

function inHours(time: string, hours: readonly number[], { t, list }: Speech): TimeWords {
  if (hours.length === 24) return { text: time, clock: false };
  const text = t('words.inHours', { time, count: hours.length, list: list(numberRuns(hours)) });
  return { text, clock: true };
}

function withSecond(time: string, second: number, { t }: Speech): string {
  return second === 0 ? time : t('words.atSecond', { time, second });
}

function clock(hour: number, minute: number, second: number, withSeconds = second > 0): string {
  const parts = withSeconds ? [hour, minute, second] : [hour, minute];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
