import type { Rpc } from '../rpc';
import { ecsReads, type RegionRequest, type RequestOptions } from './call';

export interface DescribeRegionsRequest extends RegionRequest {
  /** `zh-CN` (default), `zh-TW`, `en-US`, `ja`. */
  AcceptLanguage?: string;
  InstanceChargeType?: string;
  ResourceType?: string;
}

export interface DescribeZonesRequest extends RegionRequest {
  AcceptLanguage?: string;
}

export interface Region {
  RegionId: string;
  /** Name in the language asked for. */
  LocalName: string;
  /** Host name. */
  RegionEndpoint: string;
  /** `available`, `soldOut` or `''`. */
  Status: string;
}

export interface Zone {
  ZoneId: string;
  LocalName: string;
  ZoneType: string;
}

/** Regions and zones (contract 6); neither list has pages. Every function rejects with ApiError. */
export function regionActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  return {
    /** The request's RegionId only picks the endpoint: any region answers with all. */
    async describeRegions(request: DescribeRegionsRequest, options?: RequestOptions): Promise<Region[]> {
      const reply = await read('DescribeRegions', request, options);
      return reply.list('Regions', 'Region', (row) => ({
        RegionId: row.text('RegionId'),
        LocalName: row.text('LocalName'),
        RegionEndpoint: row.text('RegionEndpoint'),
        Status: row.text('Status'),
      }));
    },

    async describeZones(request: DescribeZonesRequest, options?: RequestOptions): Promise<Zone[]> {
      const reply = await read('DescribeZones', { ...request, Verbose: false }, options);
      return reply.list('Zones', 'Zone', (row) => ({
        ZoneId: row.text('ZoneId'),
        LocalName: row.text('LocalName'),
        ZoneType: row.text('ZoneType'),
      }));
    },
  };
}
