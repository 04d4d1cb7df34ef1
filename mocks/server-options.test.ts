import { describe, expect, it } from 'vitest';
import { readServerOptions } from './server-options';

describe('the command line of the HTTP emulator', () => {
  it('K3: has defaults for everything', () => {
    expect(readServerOptions([])).toEqual({
      port: 4010,
      instances: 60,
      seed: 1,
      now: null,
      profile: 'manual',
    });
  });

  it('K3: reads every option', () => {
    const argv = [
      '--port',
      '0',
      '--instances=1000',
      '--seed',
      '7',
      '--now',
      '2026-11-22T00:00:00Z',
      '--profile',
      'today',
    ];
    expect(readServerOptions(argv)).toEqual({
      port: 0,
      instances: 1000,
      seed: 7,
      now: Date.UTC(2026, 10, 22),
      profile: 'today',
    });
    expect(readServerOptions(['--help'])).toBeNull();
  });

  it.each([
    [['--port', 'http'], /--port must be a whole number from 0 to 65535, not "http"/],
    [['--port', '65536'], /--port/],
    [['--instances', '-1'], /instances/],
    [['--instances', '0'], /--instances must be a whole number from 1/],
    [['--now', 'noon'], /--now must be an ISO 8601 time/],
    [['--now', '5'], /--now must be an ISO 8601 time/],
    [['--now', '2026-11-22 00:00'], /--now must be an ISO 8601 time/],
    [['--profile', 'next'], /--profile must be manual or today/],
    [['--colour'], /--colour/],
    [['extra'], /extra/],
  ])('K3: refuses %j and says why', (argv, message) => {
    expect(() => readServerOptions(argv)).toThrow(message);
    expect(() => readServerOptions(argv)).toThrow(RangeError);
  });
});
