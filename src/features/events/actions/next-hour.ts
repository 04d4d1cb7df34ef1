import { fromWallClock, type TimeZone } from '@/domain/time-zone';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** The next time a zone's clock shows an hour, after a moment; epoch ms. */
export function nextHour(hour: number, after: number, zone: TimeZone): number {
  const wall = after + zone.offsetAt(after);
  const today = Math.floor(wall / DAY_MS) * DAY_MS + hour * HOUR_MS;
  return fromWallClock(today > wall ? today : today + DAY_MS, zone);
}
