import type { AlarmStatistic } from '@/domain/metric-alarm';
import type { AlarmPoint } from '@/domain/metric-alarm-run';
import { METRICS } from '../metrics/catalog';
import { createLoadSource, MINUTE_MS } from '../metrics/load-source';
import { mostOfSamples, pointsOf, seriesOf } from '../metrics/metric-points';
import type { Scene } from '../metrics/past';
import { firstMinute } from '../metrics/periods';
import type { PeriodSpan } from '../metrics/periods';
import { asSeenByPlugin } from '../metrics/plugin';
import type { WorldInstance } from '../world/instance';

/** What one metric measures on one thing of an instance. */
export interface PointLine {
  /** Without userId and instanceId. */
  dimensions: Readonly<Record<string, string>>;
  points: AlarmPoint[];
}

/** What is read of which instance. */
export interface PointPlace {
  metricName: string;
  instance: WorldInstance;
  /** The dimensions of the lines that are meant. */
  asked: Readonly<Record<string, string>>;
  /** Those that are judged: others are not worked out. */
  statistics: ReadonlySet<AlarmStatistic>;
}

/** What a rule reads of one instance. */
export interface PointSource {
  /** The points that begin in a span, as DescribeMetricList would give them; a line for each device, state … */
  lines(span: PeriodSpan): PointLine[];
  /**
   * How long no point reaches a value, as far as that is known, hour by hour, without working any out: epoch ms, not after
   * `to`; `from` if it may be reached at once.
   */
  staysBelow(least: number, from: number, to: number): number;
}

/** Averages over minutes look back so far. */
const LOOK_BACK_MS = 3_600_000;
const HOUR_MINUTES = 60;
const HOUR_MS = HOUR_MINUTES * MINUTE_MS;

/** @param since epoch ms: nothing before will be read */
export function pointSource(
  { metricName, instance, asked, statistics }: PointPlace,
  scene: Scene,
  since: number,
): PointSource {
  const known = METRICS.get(metricName);
  if (!known) return { lines: () => [], staysBelow: (_least, from) => from };
  const metric = { ...known, statistics: known.statistics.filter((one) => statistics.has(one)) };
  const all = createLoadSource(instance, scene, since - LOOK_BACK_MS);
  const source = metric.byPlugin ? asSeenByPlugin(all, instance, scene) : all;
  return {
    lines(span) {
      if (span.to <= span.from) return [];
      const first = span.periodSeconds < 60 ? Math.floor(span.from / MINUTE_MS) : firstMinute(span);
      return seriesOf(metric, { instance, source, first }, asked).map((series) => ({
        dimensions: series.dimensions,
        points: pointsOf(metric, series, { instance, source }, span).map((point) => ({
          at: Number(point['timestamp']),
          Average: point['Average'] as number | undefined,
          Minimum: point['Minimum'] as number | undefined,
          Maximum: point['Maximum'] as number | undefined,
        })),
      }));
    },
    staysBelow(least, from, to) {
      let until = from;
      while (until < to) {
        const hour = Math.floor(until / HOUR_MS);
        const most = metric.most?.({ instance, source }, hour * HOUR_MINUTES, (hour + 1) * HOUR_MINUTES);
        if (most === undefined || mostOfSamples(metric, most) >= least) return until;
        until = (hour + 1) * HOUR_MS;
      }
      return to;
    },
  };
}
