import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWallClock, machineZone, readTimeZone } from './time-zone';

const HOUR_MS = 3_600_000;

describe('reading', () => {
  it.each([
    ['UTC', 0],
    ['GMT', 0],
    ['Z', 0],
    ['GMT+8:00', 8],
    ['GMT+8', 8],
    ['UTC-03:30', -3.5],
    ['+0530', 5.5],
    ['Asia/Shanghai', 8],
    ['America/St_Johns', -3.5],
  ])('D1: %s is %f h ahead of UTC in winter', (name, hours) => {
    expect(readTimeZone(name)?.offsetAt(Date.UTC(2026, 0, 15))).toBe(hours * HOUR_MS);
  });

  it.each(['', 'Mars/Olympus', 'GMT+15', 'GMT+8:75', 'Asia Shanghai', '*', '2026', 'MON'.repeat(40)])(
    'D1: %j is no zone',
    (name) => {
      expect(readTimeZone(name)).toBeNull();
    },
  );

  it('D3: the machine’s zone is as far ahead as its own clock', () => {
    const now = Date.UTC(2026, 6, 1);
    expect(machineZone().offsetAt(now) / 60_000).toBe(0 - new Date(now).getTimezoneOffset());
  });
});

describe('wall clock', () => {
  it('D1: leads back to the moment it was read at, or to the first of two that show it', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    );
    const moments = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2037, 0, 1) });
    fc.assert(
      fc.property(zones, moments, (name, at) => {
        const zone = readTimeZone(name)!;
        const wall = at + zone.offsetAt(at);
        const back = fromWallClock(wall, zone);
        expect(back + zone.offsetAt(back)).toBe(wall);
        expect(back).toBeLessThanOrEqual(at);
        expect(at - back).toBeLessThanOrEqual(HOUR_MS);
      }),
    );
  });
});
