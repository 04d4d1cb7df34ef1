import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSlices } from './slices';

const MINUTE = 60_000;

describe('reading a long span in parts', () => {
  it('G2: gives every period once, in order, as the whole would, in parts of 100 hours at most', async () => {
    const spans = fc.record({
      from: fc.integer({ min: 29_000_000, max: 29_200_000 }).map((minute) => minute * MINUTE),
      length: fc.nat(40_000).map((minutes) => minutes * MINUTE),
      periodSeconds: fc.constantFrom(60, 600, 3600),
    });
    await fc.assert(
      fc.asyncProperty(spans, async ({ from, length, periodSeconds }) => {
        const step = periodSeconds * 1000;
        const begins = (part: { from: number; to: number }) => {
          expect(part.to - part.from).toBeLessThan(6000 * MINUTE + step);
          const all: number[] = [];
          for (let at = Math.ceil(part.from / step) * step; at < part.to; at += step) all.push(at);
          return all;
        };
        const whole: number[] = [];
        for (let at = Math.ceil(from / step) * step; at < from + length; at += step) whole.push(at);
        expect(await inSlices({ from, to: from + length, periodSeconds }, begins)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });
});
