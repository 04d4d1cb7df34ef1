import {
  BOUNDS,
  type CronValues,
  type FieldText,
  fault,
  pieceOf,
  readValue,
  readValues,
} from './cron-fields';

/** Which days of a month fire. Days of the week count from 1, Sunday. */
export type DayRule =
  | { kind: 'everyDay' }
  | ({ kind: 'daysOfMonth' } & CronValues)
  /** The last day, or `offset` days before it; with `nearestWeekday` the Monday-to-Friday day nearest to that. */
  | { kind: 'lastDay'; offset: number; nearestWeekday: boolean }
  /** The Monday-to-Friday day nearest to a day, within the month. */
  | { kind: 'nearestWeekday'; day: number }
  | ({ kind: 'daysOfWeek' } & CronValues)
  | { kind: 'lastOfWeekday'; dayOfWeek: number }
  | { kind: 'nthOfWeekday'; dayOfWeek: number; nth: number };

const MAX_LAST_OFFSET = 30;
const MAX_NTH = 5;

/** Reads the day-of-month field, `?` excluded: values, `L`, `L-3`, `LW`, `L-3W`, `15W`. Throws a CronFault. */
export function readDayOfMonth(at: FieldText): DayRule {
  if (/l/i.test(at.text)) {
    const [, offset = '0', w] = /^l(?:-([0-9]{1,2}))?(w)?$/i.exec(at.text) ?? [];
    if (at.text.includes(',')) throw fault(at, 'lastInList');
    if (!/^l(?:-[0-9]{1,2})?w?$/i.test(at.text) || Number(offset) > MAX_LAST_OFFSET)
      throw fault(at, 'lastForm');
    return { kind: 'lastDay', offset: Number(offset), nearestWeekday: w !== undefined };
  }
  if (/w/i.test(at.text)) {
    if (!/^[0-9]+w$/i.test(at.text)) throw fault(at, 'weekdayForm');
    return { kind: 'nearestWeekday', day: readValue(pieceOf(at, 0, at.text.length - 1)) };
  }
  if (at.text.includes('#')) throw fault(at, 'nthNotHere');
  return at.text === '*' ? { kind: 'everyDay' } : { kind: 'daysOfMonth', ...readValues(at) };
}

/** Reads the day-of-week field, `?` excluded: values, `L` (Saturday), `6L`, `FRIL`, `6#3`, `FRI#3`. Throws a CronFault. */
export function readDayOfWeek(at: FieldText): DayRule {
  const hash = at.text.indexOf('#');
  if (hash >= 0) {
    if (!/^(?:[0-9]+|[a-z]+)#[0-9]+$/i.test(at.text)) throw fault(at, 'nthForm');
    const nth = Number(at.text.slice(hash + 1));
    if (nth < 1 || nth > MAX_NTH) throw fault(at, 'nthForm');
    return { kind: 'nthOfWeekday', dayOfWeek: readValue(pieceOf(at, 0, hash)), nth };
  }
  // No name of a day has an L in it.
  if (/l/i.test(at.text)) {
    if (/^l$/i.test(at.text)) {
      const { max } = BOUNDS.dayOfWeek;
      const item = { form: 'value', from: max, to: max, step: 1 } as const;
      return { kind: 'daysOfWeek', values: [max], items: [item] };
    }
    if (/,|[0-9a-z]-[0-9a-z]+l$/i.test(at.text)) throw fault(at, 'lastInList');
    if (!/^(?:[0-9]+|[a-z]+)l$/i.test(at.text)) throw fault(at, 'lastForm');
    return { kind: 'lastOfWeekday', dayOfWeek: readValue(pieceOf(at, 0, at.text.length - 1)) };
  }
  if (/^[0-9]*w$/i.test(at.text)) throw fault(at, 'weekdayNotHere');
  return at.text === '*' ? { kind: 'everyDay' } : { kind: 'daysOfWeek', ...readValues(at) };
}

const DAY_MS = 86_400_000;

/** Days in a month of the Gregorian calendar; `month` counts from 1. */
export function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 = Sunday … 7 = Saturday. */
function dayOfWeek(year: number, month: number, day: number): number {
  const daysSinceThursday = Date.UTC(year, month - 1, day) / DAY_MS;
  return ((((daysSinceThursday + 4) % 7) + 7) % 7) + 1;
}

const WHOLE_MONTHS = Array.from({ length: 32 }, (_, length) =>
  Array.from({ length }, (_day, index) => index + 1),
);

/** The days of a month that a rule means, ascending; none if the month has no such day. */
export function daysIn(rule: DayRule, year: number, month: number): readonly number[] {
  const length = monthLength(year, month);
  const inMonth = (day: number) => (day >= 1 && day <= length ? [day] : []);
  const firstOf = (wanted: number) => 1 + ((wanted - dayOfWeek(year, month, 1) + 7) % 7);
  switch (rule.kind) {
    case 'everyDay':
      return WHOLE_MONTHS[length]!;
    case 'daysOfMonth':
      return rule.values.filter((day) => day <= length);
    case 'nearestWeekday':
      return inMonth(rule.day).map((day) => nearestWeekday(year, month, day, length));
    case 'lastDay': {
      const days = inMonth(length - rule.offset);
      return rule.nearestWeekday ? days.map((day) => nearestWeekday(year, month, day, length)) : days;
    }
    case 'daysOfWeek': {
      const first = dayOfWeek(year, month, 1);
      return WHOLE_MONTHS[length]!.filter((day) => rule.values.includes(((first - 1 + day - 1) % 7) + 1));
    }
    case 'lastOfWeekday': {
      const first = firstOf(rule.dayOfWeek);
      return [first + 7 * Math.floor((length - first) / 7)];
    }
    case 'nthOfWeekday':
      return inMonth(firstOf(rule.dayOfWeek) + 7 * (rule.nth - 1));
  }
}

function nearestWeekday(year: number, month: number, day: number, length: number): number {
  const weekday = dayOfWeek(year, month, day);
  if (weekday === 7) return day === 1 ? day + 2 : day - 1;
  if (weekday === 1) return day === length ? day - 2 : day + 1;
  return day;
}
