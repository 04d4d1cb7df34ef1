import { sha256Hex } from '@/api/signature';
import { parseAuthorizationV3 } from '@/api/signature-v3';
import { Fault } from './fault';

/** One call as it arrived, the same for all three forms of contract 1.1. */
export interface DecodedRequest {
  method: 'GET' | 'POST';
  style: 'v1' | 'v3';
  action: string;
  version: string;
  /** Query and form together, decoded. */
  params: Map<string, string>;
  /** The query alone: what version 3 signs. */
  query: Map<string, string>;
  headers: Record<string, string>;
  host: string;
  bodyHash: string;
}

/** Takes a request apart; throws Faults for methods the gateway does not offer. */
export async function decodeRequest(request: Request): Promise<DecodedRequest> {
  const { method } = request;
  if (method !== 'GET' && method !== 'POST') throw new Fault('UnsupportedHTTPMethod', 400);
  const url = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  const host = headers['host'] ?? url.host;
  headers['host'] = host;
  const body = new Uint8Array(method === 'POST' ? await request.arrayBuffer() : new ArrayBuffer(0));
  const query = decodePairs(url.search.slice(1));
  const params = new Map(query);
  const isForm = (headers['content-type'] ?? '').toLowerCase().includes('x-www-form-urlencoded');
  if (isForm || headers['content-type'] === undefined) {
    for (const [name, value] of decodePairs(new TextDecoder().decode(body))) params.set(name, value);
  }
  // pop-core sends `x-acs-action` with version 1 too: what tells them apart is where the signature is.
  const isV1 =
    params.has('Signature') || (headers['x-acs-action'] === undefined && !isV3(headers['authorization']));
  return {
    method,
    style: isV1 ? 'v1' : 'v3',
    action: (isV1 ? params.get('Action') : (headers['x-acs-action'] ?? params.get('Action'))) ?? '',
    version: (isV1 ? params.get('Version') : (headers['x-acs-version'] ?? params.get('Version'))) ?? '',
    params,
    query,
    headers,
    host,
    bodyHash: isV1 ? '' : await sha256Hex(body),
  };
}

function isV3(authorization: string | undefined): boolean {
  return (
    authorization !== undefined &&
    (authorization.startsWith('ACS3-') || parseAuthorizationV3(authorization) !== null)
  );
}

function decodePairs(text: string): Map<string, string> {
  return new Map(new URLSearchParams(text));
}
