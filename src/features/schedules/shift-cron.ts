import type { Cron, CronValues } from '@/domain/cron';

const MINUTES_PER_HOUR = 60;
const HOURS_PER_DAY = 24;

const plainly = (values: number[]): CronValues => ({ values: [...values].sort((a, b) => a - b), items: [] });

/**
 * The schedule as another clock shows it, `offsetMinutes` ahead: the same fires in other hours and, where needed, on
 * other days of the week. Null where no expression says it: a day of the month may fall into another month, and fires of
 * one day may be spread over two.
 */
export function shiftCron(cron: Cron, offsetMinutes: number): Cron | null {
  if (cron.months.values.length < 12 || cron.years.values.length < 2099 - 1970 + 1) return null;
  const [minutes, hours] = [cron.minutes.values, cron.hours.values];
  const shifted = hours.flatMap((hour) =>
    minutes.map((minute) => hour * MINUTES_PER_HOUR + minute + offsetMinutes),
  );
  const newHours = new Set<number>();
  const newMinutes = new Set<number>();
  const dayShifts = new Set<number>();
  for (const time of shifted) {
    const hour = Math.floor(time / MINUTES_PER_HOUR);
    newMinutes.add(time - hour * MINUTES_PER_HOUR);
    newHours.add((hour + HOURS_PER_DAY) % HOURS_PER_DAY);
    dayShifts.add(Math.floor(hour / HOURS_PER_DAY));
  }
  // Only whole combinations of hours and minutes can be said again.
  if (newHours.size * newMinutes.size !== shifted.length) return null;
  const moved = { ...cron, minutes: plainly([...newMinutes]), hours: plainly([...newHours]) };
  if (cron.days.kind === 'everyDay') return moved;
  const [dayShift, ...others] = dayShifts;
  if (dayShift === undefined || others.length > 0) return null;
  if (dayShift === 0) return moved;
  if (cron.days.kind !== 'daysOfWeek') return null;
  const days = plainly(cron.days.values.map((day) => ((day - 1 + dayShift + 7) % 7) + 1));
  return { ...moved, days: { kind: 'daysOfWeek', ...days } };
}
