import { type Cron, type CronError, firesBetween, parseCron } from './cron';
import { fromWallClock, readTimeZone, type TimeZone } from './time-zone';

/** What `Frequency` of an invocation says (contract 3). */
export type Frequency =
  /** `zone` null: none is named, which is UTC. */
  | { kind: 'cron'; cron: Cron; zone: TimeZone | null }
  | { kind: 'rate'; seconds: number }
  /** `at` in epoch ms. */
  | { kind: 'at'; at: number; zone: TimeZone | null };

export type FrequencyResult =
  | { ok: true; frequency: Frequency }
  | { ok: false; reason: 'cron'; error: CronError }
  | { ok: false; reason: 'rateForm' | 'rateRange' | 'atForm' | 'atDate' | 'zone' };

const UNIT_SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const MIN_RATE_SECONDS = 60;
const MAX_RATE_SECONDS = 7 * UNIT_SECONDS.d;
/** A zone's clock repeats or skips at most this much, so the search for a wall time starts this much earlier. */
const CLOCK_SHIFT_MS = 3 * 3_600_000;

/**
 * Reads a `Frequency` in the manual's vocabulary, cron, or in today's: cron with a zone after it (`Asia/Shanghai`,
 * `GMT+8:00`, `UTC`), `rate(5m)` with s, m, h or d and 60 s to 7 days, `at(yyyy-MM-dd HH:mm:ss <zone>)`.
 */
export function parseFrequency(text: string): FrequencyResult {
  const trimmed = text.trim();
  if (/^rate\s*\(/i.test(trimmed)) return readRate(trimmed);
  if (/^at\s*\(/i.test(trimmed)) return readAt(trimmed);
  const whole = parseCron(text);
  if (whole.ok) return { ok: true, frequency: { kind: 'cron', cron: whole.cron, zone: null } };
  const blank = Math.max(trimmed.lastIndexOf(' '), trimmed.lastIndexOf('\t'));
  const zone = blank < 0 ? null : readTimeZone(trimmed.slice(blank + 1));
  if (!zone) return { ok: false, reason: 'cron', error: whole.error };
  const rest = parseCron(text.slice(0, text.trimEnd().length - (trimmed.length - blank)));
  return rest.ok
    ? { ok: true, frequency: { kind: 'cron', cron: rest.cron, zone } }
    : { ok: false, reason: 'cron', error: rest.error };
}

function readRate(text: string): FrequencyResult {
  const match = /^rate\(([0-9]{1,9})([smhd])\)$/i.exec(text);
  if (!match) return { ok: false, reason: 'rateForm' };
  const seconds = Number(match[1]) * UNIT_SECONDS[match[2]!.toLowerCase() as keyof typeof UNIT_SECONDS];
  return seconds < MIN_RATE_SECONDS || seconds > MAX_RATE_SECONDS
    ? { ok: false, reason: 'rateRange' }
    : { ok: true, frequency: { kind: 'rate', seconds } };
}

function readAt(text: string): FrequencyResult {
  const match =
    /^at\(([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})(?: +([^ ()]{1,64}))?\)$/i.exec(text);
  if (!match) return { ok: false, reason: 'atForm' };
  const written = `${match[1]}T${match[2]}.000Z`;
  const wall = Date.parse(written);
  // 31 February is read as 3 March by some engines.
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== written) return { ok: false, reason: 'atDate' };
  const zone = match[3] === undefined ? null : readTimeZone(match[3]);
  if (match[3] !== undefined && !zone) return { ok: false, reason: 'zone' };
  return { ok: true, frequency: { kind: 'at', at: zone ? fromWallClock(wall, zone) : wall, zone } };
}

/**
 * The next fires in UTC, ascending, strictly after a moment, at most `count`.
 * `startedAt`, epoch ms, is when the invocation was made: a rate counts from there.
 */
export function nextFrequencyFires(
  frequency: Frequency,
  after: Date,
  count: number,
  startedAt: number,
): Date[] {
  const fires: Date[] = [];
  if (count < 1) return fires;
  for (const at of frequencyFires(frequency, after.getTime(), startedAt)) {
    fires.push(new Date(at));
    if (fires.length >= count) break;
  }
  return fires;
}

/** Fires in epoch ms, strictly after a moment, without end for a rate; see {@link nextFrequencyFires}. */
export function* frequencyFires(frequency: Frequency, after: number, startedAt: number): Generator<number> {
  switch (frequency.kind) {
    case 'at':
      if (frequency.at > after) yield frequency.at;
      return;
    case 'rate': {
      const step = frequency.seconds * 1000;
      for (let index = Math.max(1, Math.floor((after - startedAt) / step) + 1); ; index++) {
        yield startedAt + index * step;
      }
    }
    case 'cron':
      yield* zonedFires(frequency.cron, frequency.zone, after);
  }
}

function* zonedFires(cron: Cron, zone: TimeZone | null, after: number): Generator<number> {
  if (!zone) return yield* firesBetween(cron, after, Infinity);
  let last = after;
  for (const wall of firesBetween(cron, after + zone.offsetAt(after) - CLOCK_SHIFT_MS, Infinity)) {
    const at = fromWallClock(wall, zone);
    if (at <= last) continue;
    yield at;
    last = at;
  }
}
