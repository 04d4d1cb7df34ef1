import type { Cron } from '@/domain/cron';
import { stepOf } from '../value-runs';

export interface ClockTime {
  hour: number;
  minute: number;
  second: number;
}

/** What the form can say of a schedule; times are UTC, days of the week count from 1, Sunday. */
export type Plan =
  | { kind: 'minutes'; every: number }
  | { kind: 'hours'; every: number; minute: number }
  | { kind: 'daily'; time: ClockTime }
  | { kind: 'weekly'; days: readonly number[]; time: ClockTime }
  | { kind: 'monthly'; day: number; time: ClockTime }
  | { kind: 'lastDay'; time: ClockTime }
  /** `nth` 1 to 5, or the last of the month. */
  | { kind: 'nthWeekday'; nth: number | 'last'; dayOfWeek: number; time: ClockTime };

export const PLAN_KINDS = [
  'minutes',
  'hours',
  'daily',
  'weekly',
  'monthly',
  'lastDay',
  'nthWeekday',
] as const satisfies readonly Plan['kind'][];

const DAY_NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const WORKDAYS = [2, 3, 4, 5, 6];

/** The expression of a plan. */
export function planText(plan: Plan): string {
  switch (plan.kind) {
    case 'minutes':
      return plan.every === 1 ? '0 * * * * ?' : `0 0/${plan.every} * * * ?`;
    case 'hours':
      return plan.every === 1 ? `0 ${plan.minute} * * * ?` : `0 ${plan.minute} 0/${plan.every} * * ?`;
    case 'daily':
      return `${timeText(plan.time)} * * ?`;
    case 'weekly':
      return `${timeText(plan.time)} ? * ${weekdayText(plan.days)}`;
    case 'monthly':
      return `${timeText(plan.time)} ${plan.day} * ?`;
    case 'lastDay':
      return `${timeText(plan.time)} L * ?`;
    case 'nthWeekday':
      return `${timeText(plan.time)} ? * ${plan.dayOfWeek}${plan.nth === 'last' ? 'L' : `#${plan.nth}`}`;
  }
}

function timeText({ hour, minute, second }: ClockTime): string {
  return `${second} ${minute} ${hour}`;
}

function weekdayText(days: readonly number[]): string {
  const isWorkdays = days.length === WORKDAYS.length && WORKDAYS.every((day) => days.includes(day));
  return isWorkdays ? 'MON-FRI' : days.map((day) => DAY_NAMES[day - 1]!).join(',');
}

/** The plan that means the same as an expression, or null where the form cannot say it. */
export function planOf(cron: Cron): Plan | null {
  const { days, months, years } = cron;
  if (months.values.length < 12 || years.values.length < 2099 - 1970 + 1) return null;
  const [seconds, minutes, hours] = [cron.seconds.values, cron.minutes.values, cron.hours.values];
  const [second, minute, hour] = [seconds[0]!, minutes[0]!, hours[0]!];
  if (seconds.length > 1) return null;
  if (minutes.length > 1 || hours.length > 1) {
    if (second !== 0 || days.kind !== 'everyDay') return null;
    if (hours.length === 24 && minutes.length > 1) {
      const every = fullStep(minutes, 60);
      return every === null ? null : { kind: 'minutes', every };
    }
    const every = minutes.length === 1 ? fullStep(hours, 24) : null;
    return every === null ? null : { kind: 'hours', every, minute };
  }
  const time = { hour, minute, second };
  switch (days.kind) {
    case 'everyDay':
      return { kind: 'daily', time };
    case 'daysOfWeek':
      return { kind: 'weekly', days: days.values, time };
    case 'daysOfMonth':
      return days.values.length === 1 ? { kind: 'monthly', day: days.values[0]!, time } : null;
    case 'lastDay':
      return days.offset === 0 && !days.nearestWeekday ? { kind: 'lastDay', time } : null;
    case 'lastOfWeekday':
      return { kind: 'nthWeekday', nth: 'last', dayOfWeek: days.dayOfWeek, time };
    case 'nthOfWeekday':
      return { kind: 'nthWeekday', nth: days.nth, dayOfWeek: days.dayOfWeek, time };
    case 'nearestWeekday':
      return null;
  }
}

/** The step of values that begin at 0 and go on to the end of the field; null for others. */
function fullStep(values: readonly number[], size: number): number | null {
  if (values[0] !== 0) return null;
  const step = values.length === 2 ? values[1]! : stepOf(values);
  return step !== null && values.at(-1)! + step >= size ? step : null;
}

const EARLY: ClockTime = { hour: 2, minute: 0, second: 0 };

/** A plan of another kind that keeps what both can say: the time of day and the day of the week. */
export function changedKind(plan: Plan | null, kind: Plan['kind']): Plan {
  const time = plan && 'time' in plan ? plan.time : EARLY;
  const dayOfWeek =
    plan?.kind === 'nthWeekday' ? plan.dayOfWeek : plan?.kind === 'weekly' ? plan.days[0]! : 2;
  switch (kind) {
    case 'minutes':
      return { kind, every: 10 };
    case 'hours':
      return { kind, every: 1, minute: time.minute };
    case 'daily':
    case 'lastDay':
      return { kind, time };
    case 'weekly':
      return { kind, days: [dayOfWeek], time };
    case 'monthly':
      return { kind, day: 1, time };
    case 'nthWeekday':
      return { kind, nth: 1, dayOfWeek, time };
  }
}
