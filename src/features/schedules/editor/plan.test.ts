import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cron, nextFires, parseCron } from '@/domain/cron';
import { changedKind, type Plan, PLAN_KINDS, planOf, planText } from './plan';

function cronOf(text: string): Cron {
  const result = parseCron(text);
  if (!result.ok) throw new Error(`${text}: ${result.error.reason}`);
  return result.cron;
}

const time = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
});
const weekday = fc.integer({ min: 1, max: 7 });
const plans: fc.Arbitrary<Plan> = fc.oneof(
  fc.record({ kind: fc.constant('minutes' as const), every: fc.integer({ min: 1, max: 59 }) }),
  fc.record({
    kind: fc.constant('hours' as const),
    every: fc.integer({ min: 1, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
  }),
  fc.record({ kind: fc.constant('daily' as const), time }),
  fc.record({
    kind: fc.constant('weekly' as const),
    days: fc.uniqueArray(weekday, { minLength: 1 }).map((days) => days.sort((a, b) => a - b)),
    time,
  }),
  fc.record({ kind: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }), time }),
  fc.record({ kind: fc.constant('lastDay' as const), time }),
  fc.record({
    kind: fc.constant('nthWeekday' as const),
    nth: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('last' as const)),
    dayOfWeek: weekday,
    time,
  }),
);

describe('form and text', () => {
  it('D6: what the form writes it reads again', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(planOf(cronOf(planText(plan)))).toEqual(plan);
      }),
    );
  });

  it('D6: what the form reads from a text fires as the text does', () => {
    const field = (values: string[]) => fc.constantFrom(...values);
    const texts = fc
      .tuple(
        field(['0', '30', '0,30', '*/20']),
        field(['*', '0', '15', '0/5', '*/7', '0,30', '5/10', '0-59']),
        field(['*', '2', '0/6', '*/5', '9-17', '0-23']),
        field([
          '* * ?',
          '? * *',
          '? * 2',
          '? * MON-FRI',
          '1 * ?',
          'L * ?',
          'LW * ?',
          '? * 6L',
          '? * FRI#3',
          '1 3 ?',
        ]),
        field(['', ' *', ' 2030', ' 1970-2099']),
      )
      .map(([s, m, h, days, year]) => `${s} ${m} ${h} ${days}${year}`);
    const after = new Date('2026-11-23T06:32:10Z');
    fc.assert(
      fc.property(texts, (text) => {
        const plan = planOf(cronOf(text));
        const read = nextFires(cronOf(plan ? planText(plan) : text), after, 60);
        expect(read).toEqual(nextFires(cronOf(text), after, 60));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '0 0/5 9-17 * * ?',
    '0 0 2 15W * ?',
    '0 0 2 1,15 * ?',
    '0 0 2 * 3 ?',
    '0 0 2 * * ? 2027',
    '*/20 * * * * ?',
  ])('D6: %s is more than the form can say', (text) => {
    expect(planOf(cronOf(text))).toBeNull();
  });

  it.each(PLAN_KINDS)('D6: a change to %s keeps the time of day', (kind) => {
    const changed = changedKind({ kind: 'daily', time: { hour: 4, minute: 5, second: 6 } }, kind);
    expect(planOf(cronOf(planText(changed)))).toEqual(changed);
    if ('time' in changed) expect(changed.time).toEqual({ hour: 4, minute: 5, second: 6 });
  });
});
