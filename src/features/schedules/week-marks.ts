import { fromWallClock, type TimeZone } from '@/domain/time-zone';

/** A stretch of a day, as shares of it from its midnight. */
export interface DayMark {
  from: number;
  to: number;
  /** Fires in it; 1 is a tick, more is a band of fires too close to tell apart. */
  count: number;
  past: boolean;
}

export interface DayRow {
  /** Local midnight, epoch ms. */
  start: number;
  marks: DayMark[];
  windows: { from: number; to: number }[];
}

export interface RestartWindow {
  /** Epoch ms. */
  from: number;
  to: number;
  label: string;
}

export interface Week {
  days: DayRow[];
  fires: number;
}

const DAY_MS = 86_400_000;
const DAYS = 7;
/** Fires at least this near each other are drawn as one band: about five pixels of a narrow strip. */
const BAND_GAP = 21 / (24 * 60);
/** A schedule may not fire more often than every 10 s; whatever is denser is drawn no further. */
const MAX_FIRES = 70_000;

/** The moments at which the seven days from today, by a zone's clock, begin and end. */
export function weekSpan(now: number, zone: TimeZone): { from: number; to: number } {
  const today = wallMidnight(now, zone);
  return { from: fromWallClock(today, zone), to: fromWallClock(today + DAYS * DAY_MS, zone) };
}

/** Seven days from today by the wall clock, and where fires (ascending) and windows lie in them. */
export function weekMarks(
  fires: Iterable<number>,
  windows: readonly RestartWindow[],
  now: number,
  zone: TimeZone,
): Week {
  const today = wallMidnight(now, zone);
  const days = Array.from({ length: DAYS }, (_, index): DayRow => {
    const midnight = today + index * DAY_MS;
    return { start: fromWallClock(midnight, zone), marks: [], windows: windowsOf(midnight, windows, zone) };
  });
  let count = 0;
  for (const at of fires) {
    const wall = at + zone.offsetAt(at) - today;
    const row = days[Math.floor(wall / DAY_MS)];
    if (row) addFire(row.marks, (wall % DAY_MS) / DAY_MS, at < now);
    if (++count >= MAX_FIRES) break;
  }
  return { days: days.map((day) => ({ ...day, marks: unfoldPairs(day.marks) })), fires: count };
}

function wallMidnight(at: number, zone: TimeZone): number {
  return Math.floor((at + zone.offsetAt(at)) / DAY_MS) * DAY_MS;
}

function addFire(marks: DayMark[], place: number, past: boolean): void {
  const last = marks.at(-1);
  if (last && last.past === past && place - last.to <= BAND_GAP) {
    last.to = Math.max(last.to, place);
    last.count++;
  } else marks.push({ from: place, to: place, count: 1, past });
}

/** Two fires side by side are two ticks, not a band. */
function unfoldPairs(marks: readonly DayMark[]): DayMark[] {
  return marks.flatMap((mark) =>
    mark.count === 2
      ? [mark.from, mark.to].map((place) => ({ ...mark, from: place, to: place, count: 1 }))
      : [mark],
  );
}

function windowsOf(midnight: number, windows: readonly RestartWindow[], zone: TimeZone): DayRow['windows'] {
  const share = (at: number) => Math.min(1, Math.max(0, (at + zone.offsetAt(at) - midnight) / DAY_MS));
  return windows
    .map(({ from, to }) => ({ from: share(from), to: share(to) }))
    .filter(({ from, to }) => to > from);
}
