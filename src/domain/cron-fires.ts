import type { Cron } from './cron';
import { daysIn } from './cron-days';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Two fires of a schedule must be this far apart (manual 1.4; contract 3). */
export const MIN_INTERVAL_SECONDS = 10;

/**
 * The next fires in UTC, ascending, strictly after a moment, at most `count`: fewer or none when the expression fires no
 * more by the end of 2099. Walks months and days that match, never seconds, so that it costs the same however far away
 * the next fire is.
 */
export function nextFires(cron: Cron, after: Date, count: number): Date[] {
  const fires: Date[] = [];
  // Neither a moment nor a number that is none is ever reached.
  if (!(count >= 1) || Number.isNaN(after.getTime())) return fires;
  for (const at of firesFrom(cron, after.getTime())) {
    fires.push(new Date(at));
    if (fires.length >= count) break;
  }
  return fires;
}

/** Fires in epoch ms, strictly after a moment and before `until`. */
export function* firesBetween(cron: Cron, after: number, until: number): Generator<number> {
  for (const at of firesFrom(cron, after)) {
    if (at >= until) return;
    yield at;
  }
}

function* firesFrom(cron: Cron, after: number): Generator<number> {
  const from = (Math.floor(after / SECOND_MS) + 1) * SECOND_MS;
  const { seconds, minutes, hours } = cron;
  for (const day of daysFrom(cron, from)) {
    for (const hour of hours.values) {
      const hourAt = day + hour * HOUR_MS;
      if (hourAt + HOUR_MS <= from) continue;
      for (const minute of minutes.values) {
        const minuteAt = hourAt + minute * MINUTE_MS;
        if (minuteAt + MINUTE_MS <= from) continue;
        for (const second of seconds.values) {
          const at = minuteAt + second * SECOND_MS;
          if (at >= from) yield at;
        }
      }
    }
  }
}

/** Midnights of the days that fire and do not end before `from`. */
function* daysFrom(cron: Cron, from: number): Generator<number> {
  for (const year of cron.years.values) {
    if (Date.UTC(year + 1, 0, 1) <= from) continue;
    for (const month of cron.months.values) {
      if (Date.UTC(year, month, 1) <= from) continue;
      for (const day of daysIn(cron.days, year, month)) {
        const at = Date.UTC(year, month - 1, day);
        if (at + DAY_MS > from) yield at;
      }
    }
  }
}

/** Whether any two fires, whenever, are under 10 s apart: within a minute or over the end of a minute, hour, day, month or year. */
export function firesTooOften(cron: Cron): boolean {
  const { hours } = cron;
  const seconds = cron.seconds.values;
  const minutes = cron.minutes.values;
  const isClose = (second: number, index: number) =>
    index > 0 && second - seconds[index - 1]! < MIN_INTERVAL_SECONDS;
  const withinMinute = seconds.some(isClose);
  const overMinute = 60 - seconds.at(-1)! + seconds[0]! < MIN_INTERVAL_SECONDS;
  if (!withinMinute && !overMinute) return false;
  const followEachOther = (values: readonly number[]) =>
    values.some((value, index) => value - (values[index - 1] ?? NaN) === 1);
  const overHour = minutes[0] === 0 && minutes.at(-1) === 59;
  const everyDayWillDo =
    withinMinute || followEachOther(minutes) || (overHour && followEachOther(hours.values));
  if (everyDayWillDo) return !daysFrom(cron, 0).next().done;
  return overHour && hours.values[0] === 0 && hours.values.at(-1) === 23 && firesOnTwoDaysRunning(cron);
}

function firesOnTwoDaysRunning(cron: Cron): boolean {
  let last = NaN;
  for (const day of daysFrom(cron, 0)) {
    if (day - last === DAY_MS) return true;
    last = day;
  }
  return false;
}

/** Whether a fire lies after a moment, up to the end of 2099. */
export function firesAgain(cron: Cron, after: Date): boolean {
  return nextFires(cron, after, 1).length > 0;
}
