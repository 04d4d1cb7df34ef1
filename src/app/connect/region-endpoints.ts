import { endpointFor, productOfHost } from '@/api/endpoints';
import type { CallEntry, Product } from '@/api/rpc';

/**
 * The vendor's addresses, corrected by what DescribeRegions says of each region (contract 1.10). Only hosts of the
 * product itself are believed: a request is signed, but its parameters are anybody's to read.
 */
export function createRegionEndpoints() {
  const told = new Map<string, string>();
  return {
    endpoint(product: Product, regionId: string): string {
      const host = product === 'ecs' ? told.get(regionId) : undefined;
      return host ? `https://${host}` : endpointFor(product, regionId);
    },
    learn({ product, action, response }: CallEntry): void {
      if (product !== 'ecs' || action !== 'DescribeRegions') return;
      const regions = (response as { Regions?: { Region?: unknown } } | undefined)?.Regions?.Region;
      if (!Array.isArray(regions)) return;
      for (const region of regions as ({ RegionId?: unknown; RegionEndpoint?: unknown } | null)[]) {
        const { RegionId: id, RegionEndpoint: host } = region ?? {};
        if (typeof id === 'string' && typeof host === 'string' && productOfHost(host) === 'ecs')
          told.set(id, host);
      }
    },
  };
}
