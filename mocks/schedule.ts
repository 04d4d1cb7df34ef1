import { type Cron, firesAgain, firesTooOften } from '@/domain/cron';
import { daysIn } from '@/domain/cron-days';
import { type Frequency, frequencyFires, parseFrequency } from '@/domain/frequency';
import type { Profile } from '@/domain/limits';

/**
 * The fires of one periodic run, numbered from 1. Nothing is stored per fire and no timer runs: how many have been and
 * when each was is computed, so that time in which nobody looked costs nothing. Times in world epoch ms.
 */
export interface Schedule {
  /** Fires after the run was created, up to and including `at`. */
  count(at: number): number;
  /** When fire `number` is; null when the schedule ends before it. */
  fire(number: number): number | null;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1000;
const LAST_YEAR = 2099;
/** Fires kept of a schedule in a zone whose clock changes: 115 days of the densest one. It fires no more after them. */
const MOST_ZONED_FIRES = 1_000_000;

/** What a `Frequency` means for a run created at `startedAt`; one that cannot be read never fires. */
export function createSchedule(text: string, startedAt: number): Schedule {
  const read = parseFrequency(text);
  if (!read.ok) return { count: () => 0, fire: () => null };
  const { frequency } = read;
  if (frequency.kind === 'rate') return rateSchedule(frequency.seconds * SECOND_MS, startedAt);
  if (frequency.kind === 'at') return listedSchedule(frequency, startedAt);
  if (frequency.zone === null) return cronSchedule(frequency.cron, 0, startedAt);
  const isFixed = /^(?:utc|gmt|z)?(?:[+-].*)?$/i.test(frequency.zone.name);
  return isFixed
    ? cronSchedule(frequency.cron, frequency.zone.offsetAt(startedAt), startedAt)
    : listedSchedule(frequency, startedAt);
}

/** When it fires next after `at`; null: never again. */
export function nextFire(schedule: Schedule, at: number): number | null {
  return schedule.fire(schedule.count(at) + 1);
}

/** Fires as before up to and including `at`, then as `after`, which was created at that moment. */
export function changedSchedule(before: Schedule, at: number, after: Schedule): Schedule {
  const kept = before.count(at);
  return {
    count: (time) => (time <= at ? before.count(time) : kept + after.count(time)),
    fire: (number) => (number <= kept ? before.fire(number) : after.fire(number - kept)),
  };
}

export type FrequencyRefusal = 'unreadable' | 'tooOften' | 'never';

/**
 * Why a `Frequency` cannot be used for a run made now; null: it can. The manual knows cron only; today's service also
 * wants the interval to be no shorter than the timeout (contract 3).
 */
export function frequencyRefusal(
  text: string,
  profile: Profile,
  timeoutSeconds: number,
  now: number,
): FrequencyRefusal | null {
  const read = parseFrequency(text);
  if (!read.ok) return 'unreadable';
  const { frequency } = read;
  if (profile === 'manual' && (frequency.kind !== 'cron' || frequency.zone !== null)) return 'unreadable';
  if (frequency.kind === 'cron') {
    if (firesTooOften(frequency.cron)) return 'tooOften';
    if (!firesAgain(frequency.cron, new Date(now))) return 'never';
  }
  if (frequency.kind === 'at' && frequency.at <= now) return 'never';
  return profile === 'today' && shortestGap(frequency, now) < timeoutSeconds * SECOND_MS ? 'tooOften' : null;
}

const GAPS_LOOKED_AT = 200;

function shortestGap(frequency: Frequency, now: number): number {
  let last = -Infinity;
  let shortest = Infinity;
  let seen = 0;
  for (const at of frequencyFires(frequency, now, now)) {
    shortest = Math.min(shortest, at - last);
    last = at;
    if (++seen > GAPS_LOOKED_AT) break;
  }
  return shortest;
}

function rateSchedule(step: number, startedAt: number): Schedule {
  return {
    count: (at) => Math.max(0, Math.floor((at - startedAt) / step)),
    fire: (number) => startedAt + number * step,
  };
}

/** Fires read one after another as far as they are asked for. */
function listedSchedule(frequency: Frequency, startedAt: number): Schedule {
  const rest = frequencyFires(frequency, startedAt, startedAt);
  const fires: number[] = [];
  let ended = false;
  const more = () => {
    const next = fires.length < MOST_ZONED_FIRES ? rest.next() : null;
    if (next === null || next.done) ended = true;
    else fires.push(next.value);
  };
  return {
    count(at) {
      while (!ended && (fires.at(-1) ?? -Infinity) <= at) more();
      return upperBound(fires, at);
    },
    fire(number) {
      while (!ended && fires.length < number) more();
      return fires[number - 1] ?? null;
    },
  };
}

/**
 * A cron in a clock that is always `offset` ms ahead of UTC. Every day that fires does so equally often, so only days
 * are listed: a rank is days before times fires a day, plus those of the day itself.
 */
function cronSchedule(cron: Cron, offset: number, startedAt: number): Schedule {
  const hours = cron.hours.values;
  const minutes = cron.minutes.values;
  const seconds = cron.seconds.values;
  const perHour = minutes.length * seconds.length;
  const perDay = hours.length * perHour;
  const days: number[] = [];
  const rest = daysFrom(cron, startedAt + offset);
  let ended = false;
  const more = () => {
    const next = rest.next();
    if (next.done) ended = true;
    else days.push(next.value);
  };

  /** Fires of a day up to and including `time` ms after its midnight. */
  function upTo(time: number): number {
    const hour = Math.floor(time / HOUR_MS);
    const minute = Math.floor((time % HOUR_MS) / MINUTE_MS);
    const second = Math.floor((time % MINUTE_MS) / SECOND_MS);
    const before = upperBound(hours, hour - 1) * perHour;
    if (!hours.includes(hour)) return before;
    const inHour = upperBound(minutes, minute - 1) * seconds.length;
    return before + inHour + (minutes.includes(minute) ? upperBound(seconds, second) : 0);
  }

  function rank(at: number): number {
    const wall = at + offset;
    const midnight = Math.floor(wall / DAY_MS) * DAY_MS;
    while (!ended && (days.at(-1) ?? -Infinity) < midnight) more();
    const whole = upperBound(days, midnight - 1);
    return whole * perDay + (days[whole] === midnight ? upTo(wall - midnight) : 0);
  }

  const first = rank(startedAt);
  return {
    count: (at) => Math.max(0, rank(at) - first),
    fire(number) {
      const index = number - 1 + first;
      const day = Math.floor(index / perDay);
      while (!ended && days.length <= day) more();
      const midnight = days[day];
      if (midnight === undefined) return null;
      const inDay = index % perDay;
      const hour = hours[Math.floor(inDay / perHour)] ?? 0;
      const minute = minutes[Math.floor((inDay % perHour) / seconds.length)] ?? 0;
      const second = seconds[inDay % seconds.length] ?? 0;
      return midnight + hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS - offset;
    },
  };
}

/** Midnights of the days that fire, from the day of `wall` on. */
function* daysFrom(cron: Cron, wall: number): Generator<number> {
  const start = new Date(Math.floor(wall / DAY_MS) * DAY_MS);
  for (const year of cron.years.values) {
    if (year < start.getUTCFullYear() || year > LAST_YEAR) continue;
    for (const month of cron.months.values) {
      for (const day of daysIn(cron.days, year, month)) {
        const midnight = Date.UTC(year, month - 1, day);
        if (midnight >= start.getTime()) yield midnight;
      }
    }
  }
}

/** How many of the ascending values are at most `limit`. */
function upperBound(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
