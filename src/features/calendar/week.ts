import { fromWallClock, type TimeZone } from '@/domain/time-zone';

const DAY_MS = 86_400_000;
export const DAYS = 7;
/** How many weeks ahead can be looked at: plans reach fifteen days (manual 2.1), schedules for ever. */
export const MOST_WEEKS = 8;

/** Seven days by a zone's clock. All times in epoch ms. */
export interface Week {
  from: number;
  to: number;
  /** When each day begins. */
  days: readonly number[];
}

/** The seven days from today, or so many weeks later. */
export function weekOf(now: number, weeksAhead: number, zone: TimeZone): Week {
  const today = Math.floor((now + zone.offsetAt(now)) / DAY_MS) * DAY_MS + weeksAhead * DAYS * DAY_MS;
  const days = Array.from({ length: DAYS }, (_, index) => fromWallClock(today + index * DAY_MS, zone));
  return { from: days[0]!, to: fromWallClock(today + DAYS * DAY_MS, zone), days };
}

/** Where a moment lies in the week, 0 to 1; outside of it below or above. */
export function placeIn({ from, to }: Pick<Week, 'from' | 'to'>, at: number): number {
  return (at - from) / (to - from);
}

/** `?week=`: malformed is this week. */
export function readWeek(text: string | null): number {
  const week = Number(text);
  return Number.isSafeInteger(week) && week > 0 && week <= MOST_WEEKS ? week : 0;
}
