import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryZone, readFieldTime, writeFieldTime } from './field-time';
import { machineZone, readTimeZone } from './time-zone';

const zone = (name: string) => readTimeZone(name)!;

describe('times entered by hand', () => {
  it('G2, F6, J8: are those of the zone of the page', () => {
    const at = Date.UTC(2026, 10, 23, 0, 32);
    expect(writeFieldTime(at, zone('Asia/Taipei'))).toBe('2026-11-23T08:32');
    expect(readFieldTime('2026-11-23T08:32', zone('Asia/Taipei'))).toBe(at);
    expect(readFieldTime('2026-11-23T08:32', zone('UTC'))).toBe(at + 8 * 3_600_000);
  });

  it.each(['', '2026-11-23', 'now', '2026-11-23T08', '2026-11-31T14:3', '12026-11-23T08:30'])(
    'G2, F6: “%s” is no whole time',
    (text) => {
      expect(readFieldTime(text, zone('UTC'))).toBeNull();
    },
  );

  it('G2, F6: seconds may stand behind, and a year that is half typed is a year', () => {
    const utc = zone('UTC');
    expect(readFieldTime('2026-11-23T08:30:59.5', utc)).toBe(Date.UTC(2026, 10, 23, 8, 30));
    expect(writeFieldTime(readFieldTime('0020-11-23T08:30', utc)!, utc)).toBe('0020-11-23T08:30');
  });

  it('J2: are entered in the zone in which they are shown', () => {
    expect(entryZone('utc').offsetAt(0)).toBe(0);
    expect(entryZone('local').name).toBe(machineZone().name);
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
