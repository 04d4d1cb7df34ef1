import { describe, expect, it } from 'vitest';
import { restartsWithin, runWindow } from './restarts';

const NOW = Date.UTC(2026, 10, 22);
const MINUTE = 60_000;
const event = (change: Partial<Parameters<typeof restartsWithin>[0][number]> = {}) => ({
  InstanceId: 'i-1',
  EventType: 'SystemMaintenance.Reboot',
  EventCycleStatus: 'Scheduled',
  NotBefore: NOW + 5 * MINUTE,
  ...change,
});
const within = (events: ReturnType<typeof event>[]) =>
  restartsWithin(events, ['i-1', 'i-2'], NOW, 10 * MINUTE);

describe('restarts in the window of a run', () => {
  it.each([
    ['a restart inside the window', event(), [{ instanceId: 'i-1', at: NOW + 5 * MINUTE }]],
    [
      'one that is being carried out',
      event({ EventCycleStatus: 'Executing' }),
      [{ instanceId: 'i-1', at: null }],
    ],
    [
      'a stop',
      event({ EventType: 'InstanceExpiration.Stop' }),
      [{ instanceId: 'i-1', at: NOW + 5 * MINUTE }],
    ],
    ['a restart after the window', event({ NotBefore: NOW + 11 * MINUTE }), []],
    ['one that was avoided', event({ EventCycleStatus: 'Avoided' }), []],
    ['a live migration', event({ EventType: 'SystemMaintenance.PerformanceImpact' }), []],
    ['an instance that is not chosen', event({ InstanceId: 'i-3' }), []],
    ['an unknown type', event({ EventType: 'Something.New' }), []],
  ])('B9: %s', (_, one, expected) => {
    expect(within([one])).toEqual(expected);
  });

  it('B9: the earliest of an instance counts, and the earliest instance comes first', () => {
    const events = [
      event({ NotBefore: NOW + 9 * MINUTE }),
      event({ NotBefore: NOW + 2 * MINUTE }),
      event({ InstanceId: 'i-2', NotBefore: NOW + MINUTE }),
    ];
    expect(within(events)).toEqual([
      { instanceId: 'i-2', at: NOW + MINUTE },
      { instanceId: 'i-1', at: NOW + 2 * MINUTE },
    ]);
  });

  it('B9: the window is the timeout, of every batch in turn; of a schedule the next day', () => {
    expect(runWindow(60, 1, false)).toBe(MINUTE);
    expect(runWindow(60, 3, false)).toBe(3 * MINUTE);
    expect(runWindow(60, 1, true)).toBe(24 * 60 * MINUTE);
  });
});
