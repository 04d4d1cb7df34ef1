import { fromWallClock, machineZone, type TimeZone } from '@/domain/time-zone';

const UTC: TimeZone = { name: 'UTC', offsetAt: () => 0 };
const MINUTE_MS = 60_000;

/** The zone in which times are entered: the one in which they are shown. */
export function entryZone(preference: 'local' | 'utc'): TimeZone {
  return preference === 'utc' ? UTC : machineZone();
}

/** A moment (epoch ms) as the value of a `datetime-local` field, to the minute. */
export function toFieldValue(at: number, zone: TimeZone): string {
  return new Date(Math.floor((at + zone.offsetAt(at)) / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 16);
}

/** The moment that a `datetime-local` field holds; null while it is empty or half filled in. */
export function fromFieldValue(value: string, zone: TimeZone): number | null {
  const wall = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d$/.test(value) ? Date.parse(`${value}Z`) : NaN;
  return Number.isNaN(wall) ? null : fromWallClock(wall, zone);
}

/** The next time a zone's clock shows an hour, after a moment; epoch ms. */
export function nextHour(hour: number, after: number, zone: TimeZone): number {
  const wall = after + zone.offsetAt(after);
  const day = 24 * 60 * MINUTE_MS;
  const today = Math.floor(wall / day) * day + hour * 60 * MINUTE_MS;
  return fromWallClock(today > wall ? today : today + day, zone);
}
