import { BASIC_METRICS } from './basic-metrics';
import { HOST_METRICS } from './host-metrics';
import type { Metric } from './metric';

/** All metrics of ECS in CloudMonitor (contract 9.1), in the order in which they are listed. */
export const METRICS: ReadonlyMap<string, Metric> = new Map(
  [...BASIC_METRICS, ...HOST_METRICS].map((one) => [one.name, one]),
);

/** Periods by who measures, in seconds. */
export const PERIODS = { basic: [60, 300, 900, 3600], plugin: [15, 60, 300, 900, 3600] } as const;
