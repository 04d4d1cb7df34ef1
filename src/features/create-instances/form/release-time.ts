import { fromWallClock, type TimeZone } from '@/domain/time-zone';

const MINUTE = 60_000;

/** A moment (epoch ms) as the value of a `datetime-local` field in a zone, to the minute. */
export function toLocalField(at: number, zone: TimeZone): string {
  return new Date(Math.floor((at + zone.offsetAt(at)) / MINUTE) * MINUTE).toISOString().slice(0, 16);
}

/** The moment that a `datetime-local` field holds; null while it is empty or half filled in. */
export function fromLocalField(value: string, zone: TimeZone): number | null {
  const wall = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d$/.test(value) ? Date.parse(`${value}Z`) : NaN;
  return Number.isNaN(wall) ? null : fromWallClock(wall, zone);
}
