import { actionKind } from '@/api/actions';
import { isRegionId } from '@/api/endpoints';
import { GATEWAY_PATH } from '@/api/gateway';
import type { Product } from '@/api/rpc';
import type { FlatParams } from '@/api/signature';
import { Refusal } from './refusal';

/** One call as the page asked for it, checked. */
export interface GatewayCall {
  product: Product;
  action: string;
  kind: 'read' | 'write';
  regionId: string;
  /** Business parameters. */
  params: FlatParams;
}

const PATH = new RegExp(`^${GATEWAY_PATH}([a-z]+)/([A-Za-z]+)$`);
/** `InstanceId.1`, `NotBefore.Start`, `Tag.1.Key`. */
const NAME = /^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9-]+)*$/;
/** What the signer adds to a call; a caller that names one of these itself is not to be trusted. */
const COMMON_PARAMETERS: ReadonlySet<string> = new Set([
  'AccessKeyId',
  'Action',
  'Format',
  'SecurityToken',
  'Signature',
  'SignatureMethod',
  'SignatureNonce',
  'SignatureVersion',
  'Timestamp',
  'Version',
]);

const MOST_PARAMETERS = 2_000;

/** What an address of the gateway asks for. @throws Refusal unless it is an action of the console */
export function calledAction(
  path: string,
  readOnly: boolean,
): Pick<GatewayCall, 'product' | 'action' | 'kind'> {
  const [, product = '', action = ''] = PATH.exec(path) ?? [];
  const kind = actionKind(product, action);
  if (!kind) throw new Refusal(404, 'Gateway.UnknownAction', 'The console calls no such action.');
  if (readOnly && kind === 'write')
    throw new Refusal(403, 'Gateway.ReadOnly', 'This gateway is read-only: it refuses every write.');
  return { product: product as Product, action, kind };
}

/**
 * The business parameters of a form. What the signer sets cannot be set from outside, no name comes twice, and the region
 * is one that can stand in a host name.
 * @throws Refusal
 */
export function readParameters(form: string): Pick<GatewayCall, 'regionId' | 'params'> {
  const params: Record<string, string> = {};
  let count = 0;
  for (const [name, value] of new URLSearchParams(form)) {
    if (++count > MOST_PARAMETERS) throw bad('There are too many parameters.');
    if (!NAME.test(name) || COMMON_PARAMETERS.has(name)) throw bad('A parameter name is not accepted.');
    if (Object.hasOwn(params, name)) throw bad('A parameter comes twice.');
    params[name] = value;
  }
  const regionId = params['RegionId'] ?? '';
  if (!isRegionId(regionId)) throw bad('RegionId is not that of a region.');
  return { regionId, params };
}

function bad(message: string): Refusal {
  return new Refusal(400, 'Gateway.BadRequest', message);
}
