import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimeZone } from '@/domain/time-zone';
import { readFieldTime, writeFieldTime } from './field-time';

const zone = (name: string) => readTimeZone(name)!;

describe('times of a range that is chosen by hand', () => {
  it('G2: are those of the zone of the page', () => {
    const at = Date.UTC(2026, 10, 23, 0, 32);
    expect(writeFieldTime(at, zone('Asia/Taipei'))).toBe('2026-11-23T08:32');
    expect(readFieldTime('2026-11-23T08:32', zone('Asia/Taipei'))).toBe(at);
    expect(readFieldTime('2026-11-23T08:32', zone('UTC'))).toBe(at + 8 * 3_600_000);
  });

  it.each(['', '2026-11-23', 'now', '2026-11-23T08'])('G2: “%s” is no whole time', (text) => {
    expect(readFieldTime(text, zone('UTC'))).toBeNull();
  });

  it('G2: a time that the clock shows twice means the first, one that it skips a moment after', () => {
    const berlin = zone('Europe/Berlin');
    expect(readFieldTime('2026-10-25T02:30', berlin)).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(readFieldTime('2026-03-29T02:30', berlin)).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  it('G2: what is written is read again in any zone without a change of the clock', () => {
    const minutes = fc.integer({ min: 0, max: 60_000_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom('UTC', 'Asia/Taipei', 'Asia/Kolkata'), (minute, name) => {
        const at = minute * 60_000;
        // Before 1970 began in the east these zones changed their offsets; the console shows the present.
        fc.pre(at > Date.UTC(2000, 0, 1));
        expect(readFieldTime(writeFieldTime(at, zone(name)), zone(name))).toBe(at);
      }),
    );
  });
});
