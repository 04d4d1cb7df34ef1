import {
  type CronError,
  cronErrors,
  firesAgain,
  firesTooOften,
  MIN_INTERVAL_SECONDS,
  nextFires,
  parseCron,
} from '@/domain/cron';
import { type Frequency, nextFrequencyFires, parseFrequency } from '@/domain/frequency';
import type { Profile } from '@/domain/limits';

/** Why a schedule cannot be sent (manual 1.4; for today's forms contract 3). */
export type ScheduleProblem =
  | { kind: 'cron'; errors: readonly CronError[] }
  /** One of today's forms, written wrongly. */
  | { kind: 'form'; reason: 'rateForm' | 'rateRange' | 'atForm' | 'atDate' | 'zone' }
  /** Two fires under 10 s apart: the first such pair from now on, in epoch ms, when it is near. */
  | { kind: 'tooOften'; first: number | null; second: number | null }
  /** It names days that do not exist. */
  | { kind: 'never' }
  /** It fires no more; the last of its years that has come. */
  | { kind: 'past'; lastYear: number }
  /** Its one time is over. */
  | { kind: 'over' };

/** Fires looked through for the pair to show. */
const SEARCHED = 5_000;
const MIN_INTERVAL_MS = MIN_INTERVAL_SECONDS * 1000;
const BEFORE_ALL = new Date(-1);

/** What can be written: cron alone in the manual's vocabulary, every form of a frequency in today's. Null: it cannot be read. */
export function readSchedule(text: string, profile: Profile): Frequency | null {
  if (profile === 'manual') {
    const parsed = parseCron(text);
    return parsed.ok ? { kind: 'cron', cron: parsed.cron, zone: null } : null;
  }
  const read = parseFrequency(text);
  return read.ok ? read.frequency : null;
}

/** What keeps a schedule from being sent at `now` (epoch ms), or null. */
export function scheduleProblem(
  text: string,
  now: number,
  profile: Profile = 'manual',
): ScheduleProblem | null {
  const frequency = readSchedule(text, profile);
  if (!frequency) return unreadable(text, profile);
  const after = new Date(now);
  if (frequency.kind === 'rate') return null;
  if (frequency.kind === 'at') return frequency.at > now ? null : { kind: 'over' };
  const { cron } = frequency;
  if (!firesAgain(cron, after)) {
    return nextFires(cron, BEFORE_ALL, 1).length === 0
      ? { kind: 'never' }
      : { kind: 'past', lastYear: cron.years.values.findLast((year) => year <= after.getUTCFullYear())! };
  }
  if (!firesTooOften(cron)) return null;
  const fires = nextFrequencyFires(frequency, after, SEARCHED, now).map(Number);
  const index = fires.findIndex((at, place) => place > 0 && at - fires[place - 1]! < MIN_INTERVAL_MS);
  return index < 0
    ? { kind: 'tooOften', first: null, second: null }
    : { kind: 'tooOften', first: fires[index - 1]!, second: fires[index]! };
}

function unreadable(text: string, profile: Profile): ScheduleProblem {
  const read = profile === 'today' ? parseFrequency(text) : null;
  return read && !read.ok && read.reason !== 'cron'
    ? { kind: 'form', reason: read.reason }
    : { kind: 'cron', errors: cronErrors(text) };
}

/** The shortest time between the next fires, in seconds; null when fewer than two are left or it cannot be read. */
export function shortestInterval(text: string, now: number, profile: Profile = 'manual'): number | null {
  const frequency = readSchedule(text, profile);
  if (!frequency) return null;
  const fires = nextFrequencyFires(frequency, new Date(now), 500, now).map(Number);
  let shortest = Infinity;
  fires.forEach((at, index) => {
    if (index > 0) shortest = Math.min(shortest, at - fires[index - 1]!);
  });
  return shortest === Infinity ? null : shortest / 1000;
}
