import type { TimeZone } from '@/domain/time-zone';

export interface ClockChange {
  /** When the zone's clock is set, epoch ms, to the second. */
  at: number;
  /** By how much; forward is positive. */
  shiftMs: number;
}

/** The first time a zone's clock is set between the first and the last of ascending moments, or null. */
export function clockChange(moments: readonly number[], zone: TimeZone): ClockChange | null {
  for (const [index, moment] of moments.entries()) {
    const next = moments[index + 1];
    if (next === undefined) return null;
    const shiftMs = zone.offsetAt(next) - zone.offsetAt(moment);
    if (shiftMs === 0) continue;
    let [before, after] = [moment, next];
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2);
      if (zone.offsetAt(middle) === zone.offsetAt(moment)) before = middle;
      else after = middle;
    }
    return { at: Math.ceil(before / 1000) * 1000, shiftMs };
  }
  return null;
}
