import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pollDelay } from './poll-delay';

it('C1: asks every second while a run is young and ever more rarely after', () => {
  expect([-5000, 0, 29_999, 30_000, 120_000, 600_000, 3_600_000].map(pollDelay)).toEqual([
    1000, 1000, 1000, 2000, 5000, 15_000, 30_000,
  ]);
});

it('C1: never asks faster as a run gets older', () => {
  fc.assert(
    fc.property(fc.integer({ max: 1e9 }), fc.nat(1e9), (age, more) => {
      expect(pollDelay(age + more)).toBeGreaterThanOrEqual(pollDelay(age));
    }),
  );
});
