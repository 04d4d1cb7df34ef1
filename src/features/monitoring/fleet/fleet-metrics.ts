import type { Quantity } from '@/domain/monitor-units';

/** What the instances of a region are ranked and coloured by; several metrics of CloudMonitor add up to one figure. */
export const FLEET_METRICS = [
  { id: 'cpu', quantity: 'percent', metrics: ['CPUUtilization'] },
  {
    id: 'network',
    quantity: 'bitRate',
    metrics: ['IntranetInRate', 'IntranetOutRate', 'InternetInRate', 'InternetOutRate'],
  },
  { id: 'disk', quantity: 'byteRate', metrics: ['DiskReadBPS', 'DiskWriteBPS'] },
] as const satisfies readonly { id: string; quantity: Quantity; metrics: readonly string[] }[];

export type FleetMetric = (typeof FLEET_METRICS)[number]['id'];

export function fleetMetric(id: FleetMetric): (typeof FLEET_METRICS)[number] {
  return FLEET_METRICS.find((metric) => metric.id === id) ?? FLEET_METRICS[0];
}
