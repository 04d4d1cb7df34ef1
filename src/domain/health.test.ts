import { describe, expect, it } from 'vitest';
import { HEALTH_STATUSES, parseHealth } from './health';

describe('health', () => {
  it("H1: has the seven values of the manual's table", () => {
    expect(HEALTH_STATUSES).toEqual([
      'OK',
      'Impaired',
      'Warning',
      'Maintaining',
      'Initializing',
      'InsufficientData',
      'NotApplicable',
    ]);
  });

  it.each([
    ['Ok', 'OK'],
    ['OK', 'OK'],
    ['insufficientdata', 'InsufficientData'],
    [' Impaired ', 'Impaired'],
  ])('H1: reads %j as %s', (wire, status) => {
    expect(parseHealth(wire)).toBe(status);
  });

  it.each(['', 'Fine', 'constructor'])('H1: does not know %j', (wire) => {
    expect(parseHealth(wire)).toBeNull();
  });
});
