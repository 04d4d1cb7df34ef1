import type { TimeSpan } from '@/domain/monitor-period';
import { fromWallClock, type TimeZone } from '@/domain/time-zone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Round steps of a clock and a calendar. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 10_080].map(
  (minutes) => minutes * MINUTE,
);

/** The marks of a time axis. */
export interface TimeTicks {
  /** Epoch ms, ascending, inside the span. */
  at: number[];
  /** The marks are days, not times of day. */
  areDays: boolean;
}

/**
 * Round times of a zone's clock inside a span: full hours stay full hours across a change of the clock, where two marks
 * may be an hour nearer or farther than the others.
 */
export function timeTicks(span: TimeSpan, zone: TimeZone, atMost: number): TimeTicks {
  const length = Math.max(MINUTE, span.to - span.from);
  const step =
    STEPS.find((candidate) => length / candidate <= atMost) ?? Math.ceil(length / atMost / DAY) * DAY;
  const wallStart = span.from + zone.offsetAt(span.from);
  const at: number[] = [];
  for (let wall = Math.ceil(wallStart / step) * step; ; wall += step) {
    const tick = fromWallClock(wall, zone);
    if (tick > span.to) break;
    if (tick >= span.from && tick > (at.at(-1) ?? -Infinity)) at.push(tick);
  }
  return { at, areDays: step >= DAY };
}
