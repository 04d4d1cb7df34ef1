import { describe, expect, it } from 'vitest';
import { measuredLatency } from './monitor-latency';

describe('the latency of a disk', () => {
  it.each([
    [0, undefined],
    ['0', undefined],
    [undefined, undefined],
    [430, 430],
    ['430', '430'],
    [-1, -1],
  ])('G4: %j reads as %j: without an operation there is no time of one', (value, measured) => {
    expect(measuredLatency(value)).toBe(measured);
  });
});
