import type { WorldInstance } from '../world/instance';
import { hash32 } from '../world/random';
import type { Metric, MetricSeries, SeriesPlace } from './metric';
import type { MinuteValue } from './host-columns';
import { MINUTE_MS } from './load-source';
import type { LoadSource } from './load-source';
import { drawAt } from './noise';
import { readPeriods, rounded } from './periods';
import type { Column, PeriodSpan } from './periods';

/** A point as CloudMonitor sends it: `timestamp` is the begin of its period in epoch ms. */
export type MetricPoint = Readonly<Record<string, string | number>>;

/** The account that all of it belongs to. */
export const USER_ID = '100000000000';

/** How far a sample lies from its minute's average, at most. */
const SPREAD = 0.09;
/** The plug-in looks four times a minute. */
const SAMPLE_MS = 15_000;

/** Lines of values that an instance has for a metric and that fit the dimensions asked for. */
export function seriesOf(
  metric: Metric,
  place: SeriesPlace,
  asked: Readonly<Record<string, string>>,
): MetricSeries[] {
  const fits = ({ dimensions }: MetricSeries) =>
    Object.entries(asked).every(
      ([name, value]) => name === 'instanceId' || name === 'userId' || dimensions[name] === value,
    );
  return metric.series(place).filter(fits);
}

/**
 * The points of one line. The four samples of a minute lie around its average, two by two at the same distance, so that an
 * average over any period is exactly that of its minutes, and its minimum and maximum are those of its samples.
 */
export function pointsOf(
  metric: Metric,
  series: MetricSeries,
  { instance, source }: { instance: WorldInstance; source: LoadSource },
  span: PeriodSpan,
): MetricPoint[] {
  const head = { userId: USER_ID, instanceId: instance.instanceId, ...series.dimensions };
  const value = oncePerMinute(series.of);
  const around = distances(metric, series, source.profile.seed);
  if (span.periodSeconds < 60) {
    return samplesOf(source, span, value, around).map(({ at, sample }) => {
      const rest = metric.statistics.map((name) => [name, rounded(sample, metric.decimals)]);
      return { timestamp: at, ...head, ...Object.fromEntries(rest) };
    });
  }
  const columns = columnsOf(metric, value, around);
  return readPeriods(source, span, columns).map(({ at, values }) => ({
    timestamp: at,
    ...head,
    ...Object.fromEntries(columns.map(({ name }, index) => [name, values[index]!])),
  }));
}

/** A value may remember the minutes before it, so every minute asks it once. */
function oncePerMinute(of: MinuteValue): MinuteValue {
  let known = Number.NaN;
  let value = 0;
  return (load, minute) => {
    if (known !== minute) {
      known = minute;
      value = of(load, minute);
    }
    return value;
  };
}

/** The distances of a minute's samples from its average, as shares of it: of the first two, and of the other two. */
type Distances = (value: number, minute: number) => readonly [number, number];

const AT_ONCE = [0, 0] as const;

function distances(metric: Metric, series: MetricSeries, instanceSeed: number): Distances {
  const seed = instanceSeed ^ hash32(metric.name);
  return (value, minute) => {
    if (metric.still || value <= 0) return AT_ONCE;
    const room = series.most === undefined ? SPREAD : Math.max(0, series.most / value - 1);
    const most = Math.min(SPREAD, room);
    return [most * drawAt(seed, minute * 2), most * drawAt(seed, minute * 2 + 1)];
  };
}

/** What no point of a metric exceeds whose minutes do not exceed `most`, rounded as it is. */
export function mostOfSamples({ still, decimals }: Metric, most: number): number {
  return (still ? most : most * (1 + SPREAD)) + 10 ** -decimals;
}

function columnsOf({ decimals, statistics }: Metric, value: MinuteValue, around: Distances): Column[] {
  const furthest = oncePerMinute((load, minute) => {
    const [one, other] = around(value(load, minute), minute);
    return Math.max(one, other);
  });
  const columns: Column[] = [
    {
      name: 'Minimum',
      of: (load, minute) => value(load, minute) * (1 - furthest(load, minute)),
      combine: 'min',
      decimals,
    },
    {
      name: 'Maximum',
      of: (load, minute) => value(load, minute) * (1 + furthest(load, minute)),
      combine: 'max',
      decimals,
    },
    { name: 'Average', of: value, combine: 'average', decimals },
  ];
  return columns.filter(({ name }) => statistics.some((statistic) => statistic === name));
}

function samplesOf(source: LoadSource, span: PeriodSpan, value: MinuteValue, around: Distances) {
  const samples: { at: number; sample: number }[] = [];
  source.eachMinute(Math.floor(span.from / MINUTE_MS), Math.ceil(span.to / MINUTE_MS), (load, minute) => {
    const average = value(load, minute);
    const [one, other] = around(average, minute);
    [-one, other, -other, one].forEach((distance, index) => {
      const at = minute * MINUTE_MS + index * SAMPLE_MS;
      if (at >= span.from && at < span.to) samples.push({ at, sample: average * (1 + distance) });
    });
  });
  return samples;
}
