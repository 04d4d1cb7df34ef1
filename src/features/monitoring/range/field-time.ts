import { fromWallClock, type TimeZone } from '@/domain/time-zone';

const FIELD = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/;

/** A moment as `<input type="datetime-local">` writes it, on a zone's clock: `2026-11-23T08:30`. */
export function writeFieldTime(at: number, zone: TimeZone): string {
  return new Date(at + zone.offsetAt(at)).toISOString().slice(0, 16);
}

/** The moment, epoch ms; null for no whole time. A time that the clock shows twice means the first. */
export function readFieldTime(text: string, zone: TimeZone): number | null {
  const match = FIELD.exec(text);
  if (!match) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1, 6).map(Number);
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  return Number.isFinite(wall) ? fromWallClock(wall, zone) : null;
}
