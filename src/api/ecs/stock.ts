import type { Reader } from '../decode';
import type { Rpc } from '../rpc';
import { ecsReads, type RegionRequest, type RequestOptions } from './call';

export interface DescribeAvailableResourceRequest extends RegionRequest {
  /** `Zone`, `IoOptimized`, `InstanceType`, `Network`, `ddh`, `SystemDisk`, `DataDisk`. */
  DestinationResource: string;
  /** `instance`, `disk`, `reservedinstance`, `ddh`. */
  ResourceType?: string;
  ZoneId?: string;
  InstanceChargeType?: string;
  /** Needed for SystemDisk. */
  InstanceType?: string;
  SystemDiskCategory?: string;
  Cores?: number;
  /** GiB. Not together with InstanceType. */
  Memory?: number;
}

export interface StockState {
  /** `Available` or `SoldOut`. */
  Status: string;
  /** `WithStock`, `ClosedWithStock`, `WithoutStock`, `ClosedWithoutStock`. */
  StatusCategory: string;
}

export interface SupportedResource extends StockState {
  /** An instance type, a disk category … */
  Value: string;
  /** Of disks, in `Unit`; undefined where the server does not say. */
  Min: number | undefined;
  Max: number | undefined;
  /** `GiB`, or empty. */
  Unit: string;
}

export interface ZoneStock extends StockState {
  RegionId: string;
  ZoneId: string;
  /** What the zone has, by kind of resource. */
  Resources: { Type: string; Supported: SupportedResource[] }[];
}

/** Stock (contract 6). Every function rejects with ApiError. */
export function stockActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  return {
    async describeAvailableResource(
      request: DescribeAvailableResourceRequest,
      options?: RequestOptions,
    ): Promise<ZoneStock[]> {
      const reply = await read('DescribeAvailableResource', request, options);
      return reply.list('AvailableZones', 'AvailableZone', (zone) => ({
        RegionId: zone.text('RegionId'),
        ZoneId: zone.text('ZoneId'),
        ...stateOf(zone),
        Resources: zone.list('AvailableResources', 'AvailableResource', (resource) => ({
          Type: resource.text('Type'),
          Supported: resource.list('SupportedResources', 'SupportedResource', (item) => ({
            Value: item.text('Value'),
            Min: item.number('Min'),
            Max: item.number('Max'),
            Unit: item.text('Unit'),
            ...stateOf(item),
          })),
        })),
      }));
    },
  };
}

function stateOf(row: Reader): StockState {
  return { Status: row.text('Status'), StatusCategory: row.text('StatusCategory') };
}
