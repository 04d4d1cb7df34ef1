import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS, PERIODS } from '@mocks/metrics/catalog';
import { type AlarmCondition, type AlarmTerms, historyNeeded, lagOf, meets } from './metric-alarm';
import { ALARM_METRICS, alarmMetric, alarmPeriods } from './metric-alarm-metrics';
import { alarmDoubts, type AlarmDraft, alarmProblems } from './metric-alarm-problems';
import { formatDayWindow, isEffective, isWholeDay, parseDayWindow, windowAt } from './metric-alarm-window';

const atLeast = (threshold: number, times = 3): AlarmCondition => ({
  statistic: 'Average',
  operator: 'GreaterThanOrEqualToThreshold',
  threshold,
  times,
});

const cpu = alarmMetric('CPUUtilization')!;
const draft: AlarmDraft & AlarmTerms = {
  name: 'cpu',
  metric: cpu,
  instanceIds: ['i-1'],
  contactGroups: ['ops'],
  isWindowWrong: false,
  levels: { Warn: atLeast(80) },
  periodSeconds: 60,
  silenceSeconds: 86_400,
  effective: null,
  ineffective: null,
  noDataPolicy: 'KEEP_LAST_STATE',
  sendOk: true,
};
const kinds = (change: Partial<typeof draft>) =>
  alarmProblems({ ...draft, ...change }).map(({ kind }) => kind);

describe('what a condition compares', () => {
  it.each([
    ['GreaterThanOrEqualToThreshold', 80, true],
    ['GreaterThanThreshold', 80, false],
    ['GreaterThanThreshold', 80.01, true],
    ['LessThanOrEqualToThreshold', 80, true],
    ['LessThanThreshold', 80, false],
    ['LessThanThreshold', 79.9, true],
    ['EqualToThreshold', 80, true],
    ['NotEqualToThreshold', 80, false],
  ] as const)('I3: %s 80 with %d is %s', (operator, value, met) => {
    expect(meets({ operator, threshold: 80 }, value, undefined)).toBe(met);
  });

  it.each([
    ['GreaterThanYesterday', 50, 100, 60, true],
    ['GreaterThanYesterday', 50, 100, 49.9, false],
    ['LessThanLastWeek', 50, 100, 50, true],
    ['LessThanLastWeek', 50, 100, 120, false],
    ['GreaterThanLastPeriod', 10, 10, 11, true],
  ] as const)(
    'I3: %s %d %%, from %d to %d: a change in percent',
    (operator, threshold, before, value, met) => {
      const [now, then] = operator.startsWith('Greater') ? [before + value, before] : [value, before];
      expect(meets({ operator, threshold }, operator === 'GreaterThanLastPeriod' ? value : now, then)).toBe(
        met,
      );
    },
  );

  it('I3: a change from nothing, or from zero, cannot be told', () => {
    expect(meets({ operator: 'GreaterThanYesterday', threshold: 1 }, 5, undefined)).toBeNull();
    expect(meets({ operator: 'LessThanLastPeriod', threshold: 1 }, 5, 0)).toBeNull();
  });

  it('I3: says how far back it needs values', () => {
    expect(lagOf('GreaterThanLastPeriod', 300)).toBe(300_000);
    expect(lagOf('LessThanThreshold', 300)).toBe(0);
    const week = { ...atLeast(10, 2), operator: 'GreaterThanLastWeek' as const };
    expect(historyNeeded({ levels: { Warn: atLeast(1), Info: week }, periodSeconds: 60 })).toBe(
      7 * 86_400_000 + 120_000,
    );
  });
});

describe('the time of day in which a rule tells', () => {
  it.each(['00:00-23:59', '09:30-18:00', '22:00-06:00'])('I3: reads and writes %s', (text) => {
    expect(formatDayWindow(parseDayWindow(text)!)).toBe(text);
  });

  it.each(['', '9:00-18:00', '24:00-25:00', '10:00', '10:00-11:60', 'x'])('I3: “%s” is none', (text) => {
    expect(parseDayWindow(text)).toBeNull();
  });

  it('I3: is by the clock of UTC+8, both ends included, over midnight too', () => {
    const night = { effective: parseDayWindow('22:00-06:00'), ineffective: null };
    const at = (hour: number, minute: number) => Date.UTC(2026, 10, 22, hour - 8, minute);
    expect([at(21, 59), at(22, 0), at(30, 0), at(30, 1)].map((time) => isEffective(night, time))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isEffective({ effective: null, ineffective: parseDayWindow('12:00-13:00') }, at(12, 30))).toBe(
      false,
    );
    expect(isWholeDay(parseDayWindow('00:00-23:59')!)).toBe(true);
    expect(windowAt(parseDayWindow('08:00-22:00')!, 0)).toEqual({ from: '00:00', to: '14:00' });
  });
});

describe('a rule that is put', () => {
  it.each<[string, Partial<typeof draft>]>([
    ['nameMissing', { name: ' ' }],
    ['nameTooLong', { name: 'n'.repeat(101) }],
    ['metricMissing', { metric: null }],
    ['statisticUnknown', { metric: alarmMetric('concurrentConnections')! }],
    ['levelMissing', { levels: {} }],
    ['thresholdMissing', { levels: { Info: atLeast(Number.NaN) } }],
    ['timesWrong', { levels: { Info: atLeast(1, 0) } }],
    ['timesWrong', { levels: { Info: atLeast(1, 1.5) } }],
    ['timesTooLong', { levels: { Info: atLeast(1, 25) }, periodSeconds: 3600 }],
    ['periodUnknown', { periodSeconds: 15 }],
    ['silenceTooShort', { silenceSeconds: 3599 }],
    ['windowWrong', { isWindowWrong: true }],
    ['groupMissing', { contactGroups: [] }],
    ['instanceMissing', { instanceIds: [] }],
    ['tooManyInstances', { instanceIds: Array.from({ length: 51 }, (_, index) => `i-${index}`) }],
  ])('I3: %s', (kind, change) => {
    expect(kinds(change)).toEqual([kind]);
  });

  it('I3: nothing is wrong with fifty instances, or with all', () => {
    expect(kinds({ instanceIds: Array.from({ length: 50 }, (_, index) => `i-${index}`) })).toEqual([]);
    expect(kinds({ instanceIds: null })).toEqual([]);
  });

  it('I3: doubts a level that can never be reached, and one that a worse one hides', () => {
    expect(alarmDoubts({ levels: { Warn: atLeast(101) } }, cpu)).toEqual([
      { kind: 'neverReached', level: 'Warn' },
    ]);
    expect(alarmDoubts({ levels: { Critical: atLeast(70), Warn: atLeast(80) } }, cpu)).toEqual([
      { kind: 'hidden', level: 'Warn', by: 'Critical' },
    ]);
    expect(alarmDoubts({ levels: { Critical: atLeast(90), Warn: atLeast(80) } }, cpu)).toEqual([]);
    const below = (threshold: number) => ({ ...atLeast(threshold), operator: 'LessThanThreshold' as const });
    expect(alarmDoubts({ levels: { Critical: below(20), Info: below(10) } }, cpu)).toEqual([
      { kind: 'hidden', level: 'Info', by: 'Critical' },
    ]);
  });

  it('I3: a hidden level is one whose condition never holds without the worse one', () => {
    const thresholds = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(thresholds, thresholds, thresholds, (worse, level, value) => {
        const levels = { Critical: atLeast(worse), Warn: atLeast(level) };
        const isHidden = alarmDoubts({ levels }, cpu).length > 0;
        const holds = (condition: AlarmCondition) => meets(condition, value, undefined);
        if (isHidden && holds(levels.Warn)) expect(holds(levels.Critical)).toBe(true);
        expect(isHidden).toBe(worse <= level);
      }),
    );
  });
});

describe('the catalogue of metrics', () => {
  it('I3: is that of the service, with the same statistics, lines and periods', () => {
    expect(ALARM_METRICS.map(({ name }) => name).toSorted()).toEqual([...METRICS.keys()].toSorted());
    for (const metric of ALARM_METRICS) {
      const served = METRICS.get(metric.name)!;
      expect([metric.name, [...metric.statistics].toSorted()]).toEqual([
        metric.name,
        [...served.statistics].toSorted(),
      ]);
      expect(metric.dimension ? [metric.dimension] : []).toEqual(served.extraDimensions);
      expect(metric.group).toBe(served.byPlugin ? 'agent' : 'basic');
      expect(alarmPeriods(metric)).toEqual(PERIODS[served.byPlugin ? 'plugin' : 'basic']);
    }
  });
});
