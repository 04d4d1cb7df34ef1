const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * The time left as it is shown, ms: in whole minutes, in the last hour in whole seconds, never below 0. Coarse on purpose:
 * a countdown renders only when this changes.
 */
export function timeLeft(target: number, now: number): number {
  const left = target - now;
  if (left <= 0) return 0;
  return left > HOUR_MS ? Math.floor(left / MINUTE_MS) * MINUTE_MS : Math.ceil(left / SECOND_MS) * SECOND_MS;
}

/** The share of a span that is over, 0 to 1, in hundredths. */
export function shareGone({ from, to }: { from: number; to: number }, now: number): number {
  if (to <= from) return 1;
  return Math.round(Math.min(1, Math.max(0, (now - from) / (to - from))) * 100) / 100;
}
