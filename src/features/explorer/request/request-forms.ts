import { endpointFor, isRegionId } from '@/api/endpoints';
import { flatten, type Params } from '@/api/params';
import type { Product } from '@/api/rpc';
import { canonicalQuery } from '@/api/signature';
import { API_VERSIONS } from '@/api/signed-form';

/** One call, ready to be written down in some language. */
export interface WrittenCall {
  product: Product;
  action: string;
  version: string;
  /** Host of the vendor's endpoint of the region. */
  host: string;
  regionId: string;
  /** Flattened business parameters. */
  params: Readonly<Record<string, string>>;
}

/** @param params without secrets */
export function writtenCall(product: Product, action: string, params: Params): WrittenCall {
  const regionId = String(params['RegionId'] ?? '');
  const origin = isRegionId(regionId) ? endpointFor(product, regionId) : 'https://…';
  return {
    product,
    action,
    version: API_VERSIONS[product],
    host: origin.replace(/^https:\/\//, ''),
    regionId,
    params: flatten(params),
  };
}

/** The request as it travels, but for the key, the time and the signature (contract 1.1). */
export function formRequest({ action, version, host, params }: WrittenCall): string {
  const body = canonicalQuery({ ...params, Action: action, Version: version, Format: 'JSON' });
  return [
    'POST / HTTP/1.1',
    `Host: ${host}`,
    'Content-Type: application/x-www-form-urlencoded',
    '',
    body,
  ].join('\n');
}
