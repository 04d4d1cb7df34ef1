import type { Product } from './rpc';

const CENTRAL = 'ecs.aliyuncs.com';
const HANGZHOU = 'ecs-cn-hangzhou.aliyuncs.com';

/** Regions whose ECS host does not follow `ecs.<region>.aliyuncs.com` (contract 1.10). */
const ECS_EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['cn-hangzhou', HANGZHOU],
  ['cn-shanghai-finance-1', HANGZHOU],
  ['cn-shenzhen-finance-1', HANGZHOU],
  ['cn-north-2-gov-1', CENTRAL],
  ['cn-beijing-gov-1', CENTRAL],
  ['cn-hangzhou-finance', CENTRAL],
  ['cn-wuhan', CENTRAL],
  ['cn-zhangbei', CENTRAL],
]);

/**
 * Whether a text can be a region ID. The region comes from the address bar and becomes part of a host name, so
 * anything that could lead a signed request to another host has to be refused.
 */
export function isRegionId(text: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(text) && text.length <= 50;
}

/**
 * Origin of the service in a region, without a path (contract 1.10): `https://ecs.cn-beijing.aliyuncs.com`.
 * @throws RangeError when the region ID is malformed
 */
export function endpointFor(product: Product, regionId: string): string {
  if (!isRegionId(regionId)) throw new RangeError('Malformed region ID');
  if (product === 'cms') return `https://metrics.${regionId}.aliyuncs.com`;
  if (product === 'oos') return `https://oos.${regionId}.aliyuncs.com`;
  return `https://${ECS_EXCEPTIONS.get(regionId) ?? `ecs.${regionId}.aliyuncs.com`}`;
}

/** The product a host belongs to, null for a stranger: how an interceptor tells API calls from other traffic. */
export function productOfHost(host: string): Product | null {
  if (/^ecs(?:[.-][a-z0-9-]+)?\.aliyuncs\.com$/.test(host)) return 'ecs';
  if (/^metrics\.[a-z0-9-]+\.aliyuncs\.com$/.test(host)) return 'cms';
  if (/^oos\.[a-z0-9-]+\.aliyuncs\.com$/.test(host)) return 'oos';
  return null;
}
