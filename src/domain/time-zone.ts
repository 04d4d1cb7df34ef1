/** A zone of the clock: how far its wall clock is ahead of UTC at a moment. */
export interface TimeZone {
  /** As given, e.g. `Asia/Shanghai`, `GMT+8:00`. */
  name: string;
  /** Milliseconds ahead of UTC at an epoch ms. */
  offsetAt(at: number): number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Offsets only ever change at a quarter of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;
const MAX_KEPT = 20_000;
const MAX_OFFSET_MINUTES = 14 * 60;

/** Reads an IANA name, or a fixed offset such as `UTC`, `GMT+8:00`, `UTC-05:30` or `+08:00`; null for no zone. */
export function readTimeZone(name: string): TimeZone | null {
  if (/^(?:utc|gmt|z)$/i.test(name)) return { name, offsetAt: () => 0 };
  const fixed = /^(?:utc|gmt)?([+-])([0-9]{1,2})(?::?([0-9]{2}))?$/i.exec(name);
  if (fixed) {
    const [, sign, hours, minutes = '0'] = fixed;
    const size = Number(hours) * 60 + Number(minutes);
    if (Number(minutes) > 59 || size > MAX_OFFSET_MINUTES) return null;
    const offset = (sign === '-' ? -size : size) * MINUTE_MS;
    return { name, offsetAt: () => offset };
  }
  return /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name) ? namedZone(name) : null;
}

/** The zone this machine's clock shows. */
export function machineZone(): TimeZone {
  return readTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? readTimeZone('UTC')!;
}

function namedZone(name: string): TimeZone | null {
  let parts: Intl.DateTimeFormat;
  try {
    parts = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    return null; // no such zone
  }
  const kept = new Map<number, number>();
  const offsetAt = (at: number): number => {
    const quarter = Math.floor(at / QUARTER_MS);
    const known = kept.get(quarter);
    if (known !== undefined) return known;
    const start = quarter * QUARTER_MS;
    const read = Object.fromEntries(
      parts.formatToParts(start).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = read;
    const offset = Date.UTC(year, month - 1, day, hour, minute) - start;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(quarter, offset);
    return offset;
  };
  return { name, offsetAt };
}

/**
 * The moment at which a zone's clock shows a wall time, given as if it were UTC. A time shown twice means the first; one
 * that the clock skips means as long after the skip as it lies into it.
 */
export function fromWallClock(wall: number, zone: TimeZone): number {
  const before = wall - zone.offsetAt(wall - DAY_MS);
  const after = wall - zone.offsetAt(wall + DAY_MS);
  const shows = (at: number) => at + zone.offsetAt(at) === wall;
  const exact = [before, after].filter(shows);
  return exact.length > 0 ? Math.min(...exact) : before;
}
