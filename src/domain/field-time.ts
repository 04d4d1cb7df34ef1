import { fromWallClock, machineZone, readTimeZone, type TimeZone } from './time-zone';

const FIELD = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d+)?)?$/;
const UTC = readTimeZone('UTC')!;

/** The zone in which times are entered: the one in which they are shown. */
export function entryZone(preference: 'local' | 'utc'): TimeZone {
  return preference === 'utc' ? UTC : machineZone();
}

/** A moment, epoch ms, as `<input type="datetime-local">` writes it on a zone's clock, to the minute: `2026-11-23T08:30`. */
export function writeFieldTime(at: number, zone: TimeZone): string {
  return new Date(at + zone.offsetAt(at)).toISOString().slice(0, 16);
}

/** The moment, epoch ms, of such a field; null while it is empty or half filled in. A time shown twice means the first. */
export function readFieldTime(text: string, zone: TimeZone): number | null {
  const wall = Date.parse(`${FIELD.exec(text)?.[1]}Z`);
  return Number.isNaN(wall) ? null : fromWallClock(wall, zone);
}
