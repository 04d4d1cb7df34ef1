import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlarmCondition, AlarmTerms } from './metric-alarm';
import { type AlarmPoint, alarmSpans, createAlarmRun, firings, runAlarm } from './metric-alarm-run';
import { parseDayWindow } from './metric-alarm-window';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FROM = Date.UTC(2026, 10, 22);

const atLeast = (threshold: number, times: number): AlarmCondition => ({
  statistic: 'Average',
  operator: 'GreaterThanOrEqualToThreshold',
  threshold,
  times,
});

function termsWith(change: Partial<AlarmTerms> = {}): AlarmTerms {
  return {
    levels: { Warn: atLeast(80, 3) },
    periodSeconds: 60,
    silenceSeconds: 3600,
    effective: null,
    ineffective: null,
    noDataPolicy: 'KEEP_LAST_STATE',
    sendOk: true,
    ...change,
  };
}

/** A value a minute from FROM on; null: nothing was measured. */
const pointsOf = (values: readonly (number | null)[]): AlarmPoint[] =>
  values.flatMap((value, minute) =>
    value === null ? [] : [{ at: FROM + minute * MINUTE, Average: value, Minimum: value, Maximum: value }],
  );

function run(values: readonly (number | null)[], change: Partial<AlarmTerms> = {}) {
  const outcome = runAlarm(termsWith(change), pointsOf(values), {
    from: FROM,
    until: FROM + values.length * MINUTE,
  });
  const told = outcome.notes.map(
    ({ at, kind, level, delivery }) => `${(at - FROM) / MINUTE} ${kind} ${level} ${delivery}`,
  );
  return { ...outcome, told };
}

describe('a rule over a line of values', () => {
  it('I3: fires when its condition held in so many consecutive periods, and is over with the first in which it does not', () => {
    const { told, state } = run([10, 85, 90, 81, 95, 40, 10]);
    expect(told).toEqual(['4 triggered Warn sent', '6 resolved Warn sent']);
    expect(state).toBe('OK');
  });

  it('I3: does not fire when a period between does not hold', () => {
    expect(run([85, 90, 10, 85, 90, 10]).told).toEqual([]);
  });

  it('I3: knows nothing before the first value, and stays in alarm at the end', () => {
    expect(run([null, null]).state).toBe('INSUFFICIENT_DATA');
    expect(run([90, 90, 90])).toMatchObject({ state: 'ALARM', level: 'Warn' });
    expect(run([90, 90]).state).toBe('OK');
  });

  it('I3: the most severe level that is reached counts; a change of level is told', () => {
    const levels = { Critical: atLeast(95, 2), Warn: atLeast(80, 2), Info: atLeast(50, 1) };
    const { told } = run([60, 85, 85, 99, 99, 85, 10], { levels });
    expect(told).toEqual([
      '1 triggered Info sent',
      '3 triggered Warn sent',
      '5 triggered Critical sent',
      '6 triggered Warn silenced',
      '7 resolved Warn sent',
    ]);
  });

  it('I3: within the silence what comes back is not told, what is worse is; after it what still is, is told again', () => {
    const hot = Array.from({ length: 130 }, () => 90);
    expect(run([...hot, 10]).told).toEqual([
      '3 triggered Warn sent',
      '63 repeated Warn sent',
      '123 repeated Warn sent',
      '131 resolved Warn sent',
    ]);
    expect(run([90, 90, 90, 10, 90, 90, 90, 10]).told).toEqual([
      '3 triggered Warn sent',
      '4 resolved Warn sent',
      '7 triggered Warn silenced',
      '8 resolved Warn silenced',
    ]);
  });

  it('I3: outside of its time it tells nobody, and tells then what still is', () => {
    // FROM is 08:00 by the service's clock.
    const effective = parseDayWindow('09:05-23:59');
    const { told } = run(
      Array.from({ length: 80 }, () => 90),
      { effective, levels: { Warn: atLeast(80, 1) } },
    );
    expect(told).toEqual(['1 triggered Warn outside', '65 repeated Warn sent']);
  });

  it('I3: a recovery is told only if the rule wants it', () => {
    expect(run([90, 90, 90, 10], { sendOk: false }).told[1]).toBe('4 resolved Warn unsent');
  });

  it.each([
    ['KEEP_LAST_STATE', 'ALARM', ['3 triggered Warn sent']],
    ['OK', 'OK', ['3 triggered Warn sent', '4 resolved Warn sent']],
    ['INSUFFICIENT_DATA', 'INSUFFICIENT_DATA', ['3 triggered Warn sent', '4 resolved Warn sent']],
  ] as const)('I3: without data: %s', (noDataPolicy, state, told) => {
    const outcome = run([90, 90, 90, null, null], { noDataPolicy });
    expect([outcome.state, outcome.told, outcome.gaps]).toEqual([state, told, 2]);
  });

  it('I3: a gap neither counts nor breaks what is counted when the state is kept', () => {
    expect(run([90, 90, null, 90]).told).toEqual(['4 triggered Warn sent']);
    expect(run([90, 90, null, 90], { noDataPolicy: 'OK' }).told).toEqual([]);
  });

  it('I3: compares with the period before; the first has none', () => {
    const levels = { Info: { ...atLeast(50, 1), operator: 'GreaterThanLastPeriod' as const } };
    const { told, undecided } = run([10, 14, 21, 21], { levels });
    expect(told).toEqual(['3 triggered Info sent', '4 resolved Info sent']);
    expect(undecided).toBe(1);
  });

  it('I3: compares with yesterday when values of yesterday are given', () => {
    const day = 24 * HOUR;
    const levels = { Warn: { ...atLeast(100, 1), operator: 'GreaterThanYesterday' as const } };
    const points = [
      { at: FROM - day, Average: 10 },
      { at: FROM - day + 2 * MINUTE, Average: 10 },
      { at: FROM, Average: 20 },
      { at: FROM + MINUTE, Average: 20 },
      { at: FROM + 2 * MINUTE, Average: 15 },
    ];
    const outcome = runAlarm(termsWith({ levels }), points, { from: FROM, until: FROM + 3 * MINUTE });
    expect(outcome.notes.map(({ at, kind }) => [at, kind])).toEqual([
      [FROM + MINUTE, 'triggered'],
      [FROM + 2 * MINUTE, 'resolved'],
    ]);
    expect(outcome.undecided).toBe(1);
  });

  it('I3: judges no period that is not over', () => {
    const outcome = runAlarm(termsWith({ levels: { Warn: atLeast(80, 1) } }), pointsOf([90, 90]), {
      from: FROM,
      until: FROM + 2 * MINUTE - 1,
    });
    expect(outcome.periods).toBe(1);
  });

  it('I3: the times of alarm, and how often it fired', () => {
    const { notes } = run([90, 90, 90, 10, 90, 90, 90, 90]);
    expect(alarmSpans(notes)).toEqual([
      { from: FROM + 3 * MINUTE, to: FROM + 4 * MINUTE, level: 'Warn', value: 90 },
      { from: FROM + 7 * MINUTE, to: null, level: 'Warn', value: 90 },
    ]);
    expect(firings(notes)).toHaveLength(2);
  });
});

const value = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 100 }) }, fc.constant(null));
const values = fc.array(value, { maxLength: 240 });
const levels = fc.record(
  {
    Critical: fc.record({
      threshold: fc.integer({ min: 60, max: 100 }),
      times: fc.integer({ min: 1, max: 4 }),
    }),
    Warn: fc.record({ threshold: fc.integer({ min: 20, max: 90 }), times: fc.integer({ min: 1, max: 4 }) }),
  },
  { requiredKeys: ['Warn'] },
);
const someTerms = fc
  .record({ levels, noDataPolicy: fc.constantFrom('KEEP_LAST_STATE', 'OK', 'INSUFFICIENT_DATA') })
  .map(({ levels: drawn, noDataPolicy }) => {
    const whole = Object.entries(drawn).map(([level, { threshold, times }]) => [
      level,
      atLeast(threshold, times),
    ]);
    return termsWith({ levels: Object.fromEntries(whole), noDataPolicy } as Partial<AlarmTerms>);
  });

describe('whatever the values', () => {
  it('I3: worked out piece by piece it comes to the same as at once', () => {
    fc.assert(
      fc.property(values, someTerms, fc.array(fc.integer({ min: 0, max: 240 })), (drawn, terms, cuts) => {
        const points = pointsOf(drawn);
        const until = FROM + drawn.length * MINUTE;
        const pieces = createAlarmRun(terms, FROM);
        for (const cut of cuts.toSorted((a, b) => a - b))
          pieces.go(points, Math.min(until, FROM + cut * MINUTE));
        pieces.go(points, until);
        expect(pieces.outcome).toEqual(runAlarm(terms, points, { from: FROM, until }));
      }),
    );
  });

  it('I3: it fires and is over in turn, in order, and never tells the same level twice within the silence', () => {
    fc.assert(
      fc.property(values, someTerms, (drawn, terms) => {
        const { notes, state } = runAlarm(terms, pointsOf(drawn), {
          from: FROM,
          until: FROM + drawn.length * MINUTE,
        });
        let open: string | null = null;
        const told = new Map<string, number>();
        for (const { at, kind, level, before, delivery } of notes) {
          expect(before).toBe(open);
          open = kind === 'resolved' ? null : level;
          if (kind === 'resolved' || delivery !== 'sent') continue;
          const last = told.get(level) ?? -Infinity;
          expect(at - last).toBeGreaterThanOrEqual(terms.silenceSeconds * 1000);
          told.set(level, at);
        }
        expect(state === 'ALARM').toBe(open !== null);
      }),
    );
  });
});
