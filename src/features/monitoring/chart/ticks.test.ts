import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimeZone } from '@/domain/time-zone';
import { timeTicks } from './time-ticks';
import { valueAxis } from './value-ticks';

const HOUR = 3_600_000;
const taipei = readTimeZone('Asia/Taipei')!;
const berlin = readTimeZone('Europe/Berlin')!;

describe('value axis', () => {
  it.each([
    [74, 100, [25, 50, 75, 100]],
    [0, 100, [25, 50, 75, 100]],
    [7.9, 0, [2, 4, 6, 8]],
    [3200, 0, [1000, 2000, 3000, 4000]],
    [0.31, 0, [0.1, 0.2, 0.3, 0.4]],
    [140, 100, [50, 100, 150]],
  ])('G1: up to %d (at least %d) has the ticks %j', (largest, atLeast, ticks) => {
    expect(valueAxis(largest, atLeast)).toEqual({ top: ticks.at(-1), ticks });
  });

  it('G1: has no scale for zeros alone', () => {
    expect(valueAxis(0)).toEqual({ top: 1, ticks: [] });
  });

  it('G1: begins at zero, holds every value and has few, even, ascending steps', () => {
    const values = fc.double({ min: 0, max: 1e12, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(values, (largest) => {
        fc.pre(largest > 1e-6);
        const { top, ticks } = valueAxis(largest);
        expect(top).toBeGreaterThanOrEqual(largest * (1 - 1e-6));
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(4);
        const step = ticks[0]!;
        for (const [index, tick] of ticks.entries()) expect(tick / (step * (index + 1))).toBeCloseTo(1, 6);
      }),
    );
  });
});

describe('time axis', () => {
  it('G2: six hours have full hours of the zone', () => {
    const from = Date.UTC(2026, 10, 23, 0, 32);
    const { at, areDays } = timeTicks({ from, to: from + 6 * HOUR }, taipei, 4);
    expect(at.map((tick) => new Date(tick + 8 * HOUR).toISOString().slice(11, 16))).toEqual([
      '10:00',
      '12:00',
      '14:00',
    ]);
    expect(areDays).toBe(false);
  });

  it('G2: thirty days have midnights of the zone', () => {
    const to = Date.UTC(2026, 10, 23, 6, 32);
    const { at, areDays } = timeTicks({ from: to - 30 * 24 * HOUR, to }, taipei, 6);
    expect(areDays).toBe(true);
    for (const tick of at) expect((tick + 8 * HOUR) % (24 * HOUR)).toBe(0);
  });

  it('G2: full hours stay full hours across a change of the clock', () => {
    for (const day of [Date.UTC(2026, 9, 25), Date.UTC(2026, 2, 29)]) {
      const { at } = timeTicks({ from: day - 6 * HOUR, to: day + 18 * HOUR }, berlin, 12);
      expect(at.length).toBeGreaterThan(8);
      for (const tick of at) expect((tick + berlin.offsetAt(tick)) % HOUR).toBe(0);
    }
  });

  it('G2: marks lie in the span, ascend and are not too many, for any span and zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
        fc.integer({ min: 60, max: 31 * 86_400 }),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom(taipei, berlin, readTimeZone('America/St_Johns')!),
        (start, seconds, atMost, zone) => {
          const span = { from: start * 1000, to: (start + seconds) * 1000 };
          const { at } = timeTicks(span, zone, atMost);
          expect(at.length).toBeLessThanOrEqual(atMost + 2);
          for (const [index, tick] of at.entries()) {
            expect(tick).toBeGreaterThanOrEqual(span.from);
            expect(tick).toBeLessThanOrEqual(span.to);
            if (index > 0) expect(tick).toBeGreaterThan(at[index - 1]!);
          }
        },
      ),
    );
  });
});
