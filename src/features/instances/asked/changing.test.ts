import { describe, expect, it } from 'vitest';
import { isChanging } from './changing';

const NOON = Date.UTC(2026, 10, 22, 12);
const row = (Status: string, StartTime = '2026-10-01T08:00Z') => ({ Status, StartTime });

describe('an instance about to show another state', () => {
  it.each([
    ['is starting', row('Starting'), null, NOON, true],
    ['is stopping', row('Stopping'), null, NOON, true],
    ['is being created', row('Pending', ''), null, NOON, true],
    ['runs', row('Running'), null, NOON, false],
    ['is stopped', row('Stopped'), null, NOON, false],
    ['was asked to restart and shows nothing yet', row('Running'), NOON, NOON + 2000, true],
    ['has restarted', row('Running', '2026-11-22T12:00Z'), NOON + 10_000, NOON + 50_000, false],
    ['never showed the restart', row('Running'), NOON, NOON + 90_000, false],
    ['was asked by a clock ahead of this one', row('Running'), NOON, NOON - 5000, true],
  ] as const)('E1: %s', (_, instance, restartAskedAt, now, changing) => {
    expect(isChanging(instance, restartAskedAt, now)).toBe(changing);
  });
});
