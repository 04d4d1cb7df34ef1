import type { InstanceMetric } from '@/api/ecs/monitor';
import type { Quantity } from '@/domain/monitor-units';

/** What the lines of the built-in charts stand for. */
export type BuiltInLine = 'used' | 'in' | 'out' | 'both' | 'read' | 'write';

/** What ECS measures without a plug-in, in the groups of the manual's table (4.1). */
export const BUILT_IN = [
  { id: 'cpu', quantity: 'percent', lines: { used: 'CPU' } },
  { id: 'intranetTraffic', quantity: 'kilobits', lines: { in: 'IntranetRX', out: 'IntranetTX' } },
  { id: 'intranetBandwidth', quantity: 'kilobitRate', lines: { both: 'IntranetBandwidth' } },
  { id: 'internetTraffic', quantity: 'kilobits', lines: { in: 'InternetRX', out: 'InternetTX' } },
  { id: 'internetBandwidth', quantity: 'kilobitRate', lines: { both: 'InternetBandwidth' } },
  { id: 'diskOperations', quantity: 'operationRate', lines: { read: 'IOPSRead', write: 'IOPSWrite' } },
  { id: 'diskBandwidth', quantity: 'byteRate', lines: { read: 'BPSRead', write: 'BPSWrite' } },
] as const satisfies readonly {
  id: string;
  quantity: Quantity;
  lines: Partial<Record<BuiltInLine, InstanceMetric>>;
}[];
