import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextFrequencyFires, parseFrequency } from '@/domain/frequency';
import { createSchedule, frequencyRefusal, nextFire } from './schedule';

const START = Date.parse('2026-11-22T09:59:30.250Z');
const DAY = 86_400_000;

/** The fires one after another, by the other way of computing them. */
function listed(text: string, startedAt: number, count: number): number[] {
  const read = parseFrequency(text);
  if (!read.ok) throw new Error(text);
  return nextFrequencyFires(read.frequency, new Date(startedAt), count, startedAt).map(Number);
}

const field = (max: number) =>
  fc.oneof(
    fc.constant('*'),
    fc.integer({ min: 0, max }).map(String),
    fc
      .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 1, max }))
      .map(([from, step]) => `${from}/${step}`),
  );
const days = fc.constantFrom('* * ?', '? * MON-FRI', 'L * ?', '15W * ?', '29 2 ?', '? * 6#3', '1,31 * ?');
const zone = fc.constantFrom('', ' UTC', ' GMT+8:00', ' GMT-05:30', ' Asia/Shanghai', ' Europe/Berlin');

describe('the fires of a schedule', () => {
  it('D8: are numbered as they are listed, for any expression, start and zone', () => {
    const start = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
    fc.assert(
      fc.property(field(59), field(59), field(23), days, zone, start, (s, m, h, d, z, startedAt) => {
        const text = `${s} ${m} ${h} ${d}${z}`;
        const schedule = createSchedule(text, startedAt);
        const fires = listed(text, startedAt, 40);
        for (const [index, at] of fires.entries()) {
          expect(schedule.fire(index + 1)).toBe(at);
          expect(schedule.count(at)).toBe(index + 1);
          expect(schedule.count(at - 1)).toBe(index);
        }
        expect(schedule.count(startedAt)).toBe(0);
        expect(schedule.count(startedAt - DAY)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it.each(['rate(90s)', 'rate(2h)', 'at(2026-11-22 18:00:00 Asia/Shanghai)'])('B1: %s too', (text) => {
    const schedule = createSchedule(text, START);
    for (const [index, at] of listed(text, START, 5).entries()) {
      expect(schedule.fire(index + 1)).toBe(at);
      expect(schedule.count(at)).toBe(index + 1);
    }
  });

  it('D5: are told at once however far away, and end with the year', () => {
    const tenSeconds = createSchedule('0/10 * * * * ?', START);
    expect(tenSeconds.count(START + 30 * 365 * DAY)).toBe(30 * 365 * 8640);
    const once = createSchedule('0 0 12 24 12 ? 2026', START);
    expect(nextFire(once, START)).toBe(Date.UTC(2026, 11, 24, 12));
    expect(nextFire(once, Date.UTC(2026, 11, 24, 12))).toBeNull();
    expect(once.count(Date.UTC(2099, 11, 31))).toBe(1);
    expect(createSchedule('no cron', START).count(START + DAY)).toBe(0);
  });
});

describe('what InvokeCommand refuses as a schedule', () => {
  it.each([
    ['D1', '0 0 25 * * ?', 'manual', 'unreadable'],
    ['D1', '0 0 2 * * *', 'manual', 'unreadable'],
    ['D1', '* * * * ?', 'manual', 'unreadable'],
    ['D5', '0/5 * * * * ?', 'manual', 'tooOften'],
    ['D5', '0/10 * * * * ?', 'manual', null],
    ['D5', '0 0 0 30 2 ?', 'manual', 'never'],
    ['D5', '0 0 0 1 1 ? 2020', 'manual', 'never'],
    ['B3', 'rate(5m)', 'manual', 'unreadable'],
    ['B3', '0 0 2 * * ? Asia/Shanghai', 'manual', 'unreadable'],
    ['B3', 'rate(5m)', 'today', null],
    ['B3', '0 0 2 * * ? Asia/Shanghai', 'today', null],
    ['B3', 'at(2020-01-01 00:00:00)', 'today', 'never'],
    // Today's interval must not be shorter than the timeout, here of 60 s.
    ['B3', '0/30 * * * * ?', 'today', 'tooOften'],
  ] as const)('%s: %s in the %s profile: %s', (_id, text, profile, expected) => {
    expect(frequencyRefusal(text, profile, 60, START)).toBe(expected);
  });
});
