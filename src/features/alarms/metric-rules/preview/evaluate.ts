import type { MetricPoint } from '@/api/cms/metrics';
import { ALARM_LEVELS, type AlarmTerms } from '@/domain/metric-alarm';
import type { AlarmMetric } from '@/domain/metric-alarm-metrics';
import { type AlarmOutcome, type AlarmSpan, alarmSpans, firings, runAlarm } from '@/domain/metric-alarm-run';
import type { TimeSpan } from '@/domain/monitor-period';

/** One line of values, and what the rule makes of it. */
export interface JudgedLine {
  /** Of a metric with several lines, which: a device, a state … */
  label: string;
  points: readonly MetricPoint[];
  outcome: AlarmOutcome;
}

/** What a rule makes of an instance's values. */
export interface Judged {
  lines: readonly JudgedLine[];
  /** Of all lines, oldest first. */
  spans: readonly (AlarmSpan & { line: string })[];
  /** How often it fires, and how often somebody is told that it did. */
  fired: number;
  told: number;
  measured: number;
  undecided: number;
}

/** How long after its end a value may still be on its way. */
const SETTLE_MS = 120_000;

/**
 * A rule over the values of an instance, judged line by line as the service does.
 * @param span what is judged; the points may begin earlier, to be compared with
 */
export function judge(
  terms: AlarmTerms,
  metric: AlarmMetric,
  points: readonly MetricPoint[],
  span: TimeSpan,
): Judged {
  const byLine = new Map<string, MetricPoint[]>();
  for (const point of points) {
    const label = metric.dimension ? (point.dimensions[metric.dimension] ?? '') : '';
    const line = byLine.get(label);
    if (line) line.push(point);
    else byLine.set(label, [point]);
  }
  const newest = points.reduce((latest, { at }) => Math.max(latest, at), 0) + terms.periodSeconds * 1000;
  // A period whose value is still on its way is not one without data.
  const until = Math.max(Math.min(newest, span.to), span.to - SETTLE_MS);
  const lines = [...byLine].map(([label, all]): JudgedLine => {
    const inOrder = all.toSorted((a, b) => a.at - b.at);
    return { label, points: inOrder, outcome: runAlarm(terms, inOrder, { from: span.from, until }) };
  });
  const sum = (of: (line: JudgedLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    lines,
    spans: lines
      .flatMap(({ label, outcome }) => alarmSpans(outcome.notes).map((one) => ({ ...one, line: label })))
      .toSorted((a, b) => a.from - b.from),
    fired: sum(({ outcome }) => firings(outcome.notes).length),
    told: sum(
      ({ outcome }) =>
        outcome.notes.filter(({ kind, delivery }) => kind !== 'resolved' && delivery === 'sent').length,
    ),
    measured: sum(({ outcome }) => outcome.periods - outcome.gaps),
    undecided: sum(({ outcome }) => outcome.undecided),
  };
}

/** The statistic that a chart of the rule draws: that of its most severe level. */
export function drawnStatistic({ levels }: Pick<AlarmTerms, 'levels'>) {
  return ALARM_LEVELS.map((level) => levels[level]?.statistic).find(Boolean) ?? 'Average';
}
