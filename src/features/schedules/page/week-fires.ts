import { parseWireTime } from '@/api/wire-times';
import { frequencyFires, parseFrequency } from '@/domain/frequency';
import { fromWallClock, type TimeZone } from '@/domain/time-zone';
import { type DayMark, type DayRow, weekMarks, weekSpan } from '../week-marks';
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
    const week = weekMarks(moments, [], now, zone);
    return {
      schedule,
      fires: week.fires,
      days: week.days.map((day) => ({ ...day, marks: joinNear(day.marks) })),
    };
  });
}

/** Fires nearer than this are one band: about seven pixels where a day is a hundred wide. */
const BAND_GAP = 100 / (24 * 60);

/** Three and more fires that would touch each other become one band. */
function joinNear(marks: readonly DayMark[]): DayMark[] {
  const runs: DayMark[][] = [];
  for (const mark of marks) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.past === mark.past && mark.from - last.to <= BAND_GAP) run.push(mark);
    else runs.push([mark]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const count = run.reduce((sum, mark) => sum + mark.count, 0);
    return first && last && count > 2 ? [{ ...first, to: last.to, count }] : run;
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
