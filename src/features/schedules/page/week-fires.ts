import { parseWireTime } from '@/api/wire-times';
import { frequencyFires, parseFrequency } from '@/domain/frequency';
import { fromWallClock, type TimeZone } from '@/domain/time-zone';
import { type DayRow, weekMarks, weekSpan } from '../week-marks';
import type { ActiveSchedule } from './active-schedule';

/** One schedule in the seven days from today. */
export interface WeekRow {
  schedule: ActiveSchedule;
  days: DayRow[];
  /** In the whole week, those of today that are over included. */
  fires: number;
}

/** A fire, or several so near each other that they are told together. Times in epoch ms. */
export interface WeekEntry {
  key: string;
  schedule: ActiveSchedule;
  from: number;
  to: number;
  count: number;
}

const DAY_MS = 86_400_000;

/** When each schedule fires in the seven days from today by a zone's clock. */
export function weekRows(schedules: readonly ActiveSchedule[], now: number, zone: TimeZone): WeekRow[] {
  const { from, to } = weekSpan(now, zone);
  return schedules.map((schedule) => {
    const { Frequency, CreationTime } = schedule.invocation;
    const read = parseFrequency(Frequency);
    const startedAt = parseWireTime(CreationTime) ?? from;
    // Before it was made it did not fire.
    const after = Math.max(from - 1, startedAt);
    const moments = read.ok ? until(frequencyFires(read.frequency, after, startedAt), to) : [];
    return { schedule, ...weekMarks(moments, [], now, zone) };
  });
}

function* until(moments: Iterable<number>, end: number): Generator<number> {
  for (const at of moments) {
    if (at >= end) return;
    yield at;
  }
}

/** The fires of a week that are still to come, in order: what the calendar shows, as a list. */
export function weekEntries(rows: readonly WeekRow[], zone: TimeZone): WeekEntry[] {
  const entries = rows.flatMap(({ schedule, days }) =>
    days.flatMap(({ start, marks }) => {
      const midnight = start + zone.offsetAt(start);
      const moment = (share: number) => fromWallClock(midnight + Math.round(share * DAY_MS), zone);
      return marks
        .filter((mark) => !mark.past)
        .map(({ from, to, count }): WeekEntry => ({
          key: `${schedule.invocation.InvokeId} ${start} ${from}`,
          schedule,
          from: moment(from),
          to: moment(to),
          count,
        }));
    }),
  );
  return entries.toSorted((a, b) => a.from - b.from);
}
