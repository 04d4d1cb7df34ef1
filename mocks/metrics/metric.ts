import type { WorldInstance } from '../world/instance';
import type { MinuteValue } from './host-columns';
import type { LoadSource } from './load-source';

export type Statistic = 'Minimum' | 'Maximum' | 'Average';

/** One line of values: what a metric measures on one thing. */
export interface MetricSeries {
  /** Without userId and instanceId. */
  dimensions: Readonly<Record<string, string>>;
  of: MinuteValue;
  /** What no sample can exceed. */
  most?: number;
}

/** What a series is made from. `first`: the minute that is read first, for values that look back. */
export interface SeriesPlace {
  instance: WorldInstance;
  source: LoadSource;
  first: number;
}

/** A metric of ECS in CloudMonitor (contract 9.1). */
export interface Metric {
  name: string;
  unit: string;
  description: string;
  /** Measured by the plug-in: every 15 seconds, and only while it reports. */
  byPlugin: boolean;
  extraDimensions: readonly string[];
  statistics: readonly Statistic[];
  decimals: number;
  /** Does not move within a minute. */
  still: boolean;
  series(place: SeriesPlace): MetricSeries[];
  /** What no line of it exceeds from minute `first` on, before `end`, where that is known without working them out. */
  most?(place: Omit<SeriesPlace, 'first'>, first: number, end: number): number;
}

const ALL: readonly Statistic[] = ['Average', 'Minimum', 'Maximum'];

export type MetricOptions = Partial<Omit<Metric, 'name' | 'unit' | 'description' | 'series'>>;

export function metric(
  name: string,
  unit: string,
  description: string,
  series: Metric['series'],
  options: MetricOptions = {},
): Metric {
  const decimals = unit === '%' || unit === '' ? 2 : 0;
  const byDefault = { byPlugin: false, extraDimensions: [], statistics: ALL, decimals, still: false };
  return { name, unit, description, series, ...byDefault, ...options };
}

/** One line. */
export const single = (of: MinuteValue, most?: number): MetricSeries[] => [
  { dimensions: {}, of, ...(most === undefined ? {} : { most }) },
];

export const BITS_PER_KILOBIT = 1000;
