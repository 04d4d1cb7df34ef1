import { describe, expect, it } from 'vitest';
import type { MetricPoint } from '@/api/cms/metrics';
import type { AlarmTerms } from '@/domain/metric-alarm';
import { alarmMetric } from '@/domain/metric-alarm-metrics';
import { drawnStatistic, judge } from './evaluate';

const MINUTE = 60_000;
const FROM = Date.UTC(2026, 10, 22);
const terms: AlarmTerms = {
  levels: {
    Warn: { statistic: 'Maximum', operator: 'GreaterThanThreshold', threshold: 80, times: 2 },
  },
  periodSeconds: 60,
  silenceSeconds: 3600,
  effective: null,
  ineffective: null,
  noDataPolicy: 'OK',
  sendOk: true,
};

const point = (minute: number, value: number, device?: string): MetricPoint => ({
  at: FROM + minute * MINUTE,
  instanceId: 'i-1',
  dimensions: { instanceId: 'i-1', ...(device ? { device } : {}) },
  Average: value / 2,
  Minimum: 0,
  Maximum: value,
});

describe('a rule tried on values', () => {
  it('I3: judges each device apart, by the statistic of the level', () => {
    const points = [0, 1, 2, 3].flatMap((minute) => [
      point(minute, minute < 3 ? 90 : 10, 'C:'),
      point(minute, 50, 'D:'),
    ]);
    const judged = judge(terms, alarmMetric('diskusage_utilization')!, points, {
      from: FROM,
      to: FROM + 4 * MINUTE,
    });
    expect(judged.lines.map(({ label }) => label)).toEqual(['C:', 'D:']);
    expect(judged).toMatchObject({ fired: 1, told: 1, measured: 8, undecided: 0 });
    expect(judged.spans).toEqual([
      { from: FROM + 2 * MINUTE, to: FROM + 4 * MINUTE, level: 'Warn', value: 90, line: 'C:' },
    ]);
    expect(drawnStatistic(terms)).toBe('Maximum');
  });

  it('I3: a value that is still on its way is no missing one', () => {
    const points = [point(0, 90), point(1, 90)];
    const until = (minutes: number) =>
      judge(terms, alarmMetric('CPUUtilization')!, points, { from: FROM, to: FROM + minutes * MINUTE })
        .spans[0]?.to;
    expect(until(4)).toBeNull();
    expect(until(6)).toBe(FROM + 3 * MINUTE);
  });

  it('I3: nothing measured is said to be nothing', () => {
    const judged = judge(terms, alarmMetric('CPUUtilization')!, [], { from: FROM, to: FROM + MINUTE });
    expect(judged).toMatchObject({ fired: 0, measured: 0, lines: [] });
  });
});
