import {
  type CronError,
  cronErrors,
  firesAgain,
  firesTooOften,
  MIN_INTERVAL_SECONDS,
  nextFires,
  parseCron,
} from '@/domain/cron';

/** Why a schedule cannot be sent (manual 1.4). */
export type ScheduleProblem =
  | { kind: 'cron'; errors: readonly CronError[] }
  /** Two fires under 10 s apart: the first such pair from now on, in epoch ms, when it is near. */
  | { kind: 'tooOften'; first: number | null; second: number | null }
  /** It names days that do not exist. */
  | { kind: 'never' }
  /** It fires no more; the last of its years that has come. */
  | { kind: 'past'; lastYear: number };

/** Fires looked through for the pair to show. */
const SEARCHED = 5_000;
const MIN_INTERVAL_MS = MIN_INTERVAL_SECONDS * 1000;
const BEFORE_ALL = new Date(-1);

/** What keeps an expression from being scheduled at `now` (epoch ms), or null. */
export function scheduleProblem(expression: string, now: number): ScheduleProblem | null {
  const parsed = parseCron(expression);
  if (!parsed.ok) return { kind: 'cron', errors: cronErrors(expression) };
  const { cron } = parsed;
  const after = new Date(now);
  if (!firesAgain(cron, after)) {
    return nextFires(cron, BEFORE_ALL, 1).length === 0
      ? { kind: 'never' }
      : { kind: 'past', lastYear: cron.years.values.findLast((year) => year <= after.getUTCFullYear())! };
  }
  if (!firesTooOften(cron)) return null;
  const fires = nextFires(cron, after, SEARCHED).map(Number);
  const index = fires.findIndex((at, place) => place > 0 && at - fires[place - 1]! < MIN_INTERVAL_MS);
  return index < 0
    ? { kind: 'tooOften', first: null, second: null }
    : { kind: 'tooOften', first: fires[index - 1]!, second: fires[index]! };
}

/** The shortest time between the next fires, in seconds; null when fewer than two are left. */
export function shortestInterval(expression: string, now: number): number | null {
  const parsed = parseCron(expression);
  if (!parsed.ok) return null;
  const fires = nextFires(parsed.cron, new Date(now), 500).map(Number);
  let shortest = Infinity;
  fires.forEach((at, index) => {
    if (index > 0) shortest = Math.min(shortest, at - fires[index - 1]!);
  });
  return shortest === Infinity ? null : shortest / 1000;
}
