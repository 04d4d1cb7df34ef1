import type { AlarmPoint } from '@/domain/metric-alarm-run';
import { METRICS } from '../metrics/catalog';
import { createLoadSource } from '../metrics/load-source';
import { pointsOf, seriesOf } from '../metrics/metric-points';
import { firstMinute } from '../metrics/periods';
import type { PeriodSpan } from '../metrics/periods';
import { asSeenByPlugin } from '../metrics/plugin';
import type { Scene } from '../metrics/past';
import type { WorldInstance } from '../world/instance';

/** What one metric measures on one thing of an instance. */
export interface PointLine {
  /** Without userId and instanceId. */
  dimensions: Readonly<Record<string, string>>;
  points: AlarmPoint[];
}

/** Averages over minutes look back so far. */
const LOOK_BACK_MS = 3_600_000;

/** The points of a metric that begin in a span, as DescribeMetricList would give them; a line for each device, state … */
export function linesOf(
  metricName: string,
  instance: WorldInstance,
  scene: Scene,
  asked: Readonly<Record<string, string>>,
  span: PeriodSpan,
): PointLine[] {
  const metric = METRICS.get(metricName);
  if (!metric || span.to <= span.from) return [];
  const all = createLoadSource(instance, scene, span.from - LOOK_BACK_MS);
  const source = metric.byPlugin ? asSeenByPlugin(all, instance, scene) : all;
  const first = span.periodSeconds < 60 ? Math.floor(span.from / 60_000) : firstMinute(span);
  return seriesOf(metric, { instance, source, first }, asked).map((series) => ({
    dimensions: series.dimensions,
    points: pointsOf(metric, series, { instance, source }, span).map((point) => ({
      at: Number(point['timestamp']),
      Average: point['Average'] as number | undefined,
      Minimum: point['Minimum'] as number | undefined,
      Maximum: point['Maximum'] as number | undefined,
    })),
  }));
}
