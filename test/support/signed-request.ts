import { canonicalQuery, percentEncode, sha256Hex, signV1 } from '@/api/signature';
import { signV3 } from '@/api/signature-v3';

export interface SigningOptions {
  method?: 'GET' | 'POST';
  style?: 'v1' | 'v3';
  accessKeyId?: string;
  secret?: string;
  host?: string;
  /** Epoch ms; default: the machine's now. */
  at?: number;
  nonce?: string;
  version?: string;
  /** Changes the common and business parameters before signing; undefined takes one away. */
  common?: Record<string, string | undefined>;
}

/** A request as a client of the API would send it: version 1 (GET or form POST) or version 3 (parameters in the query). */
export async function signedRequest(
  action: string,
  params: Readonly<Record<string, string>>,
  options: SigningOptions = {},
): Promise<Request> {
  return options.style === 'v3' ? signedV3(action, params, options) : signedV1(action, params, options);
}

const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

async function signedV1(
  action: string,
  params: Readonly<Record<string, string>>,
  options: SigningOptions,
): Promise<Request> {
  const {
    method = 'POST',
    accessKeyId = 'testid',
    secret = 'testsecret',
    host = 'ecs.cn-beijing.aliyuncs.com',
  } = options;
  const all: Record<string, string | undefined> = {
    Action: action,
    Version: options.version ?? '2014-05-26',
    Format: 'JSON',
    AccessKeyId: accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: options.nonce ?? crypto.randomUUID(),
    Timestamp: stamp(options.at ?? Date.now()),
    ...params,
    ...options.common,
  };
  const sent = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const signature = sent['Signature'] ?? (await signV1(method, sent, secret));
  const body = `${canonicalQuery(sent)}&Signature=${percentEncode(signature)}`;
  return method === 'GET'
    ? new Request(`https://${host}/?${body}`)
    : new Request(`https://${host}/`, {
        method,
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
}

async function signedV3(
  action: string,
  params: Readonly<Record<string, string>>,
  options: SigningOptions,
): Promise<Request> {
  const {
    method = 'POST',
    accessKeyId = 'testid',
    secret = 'testsecret',
    host = 'ecs.cn-beijing.aliyuncs.com',
  } = options;
  const headers: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-version': options.version ?? '2014-05-26',
    'x-acs-date': stamp(options.at ?? Date.now()),
    'x-acs-signature-nonce': options.nonce ?? crypto.randomUUID(),
    'x-acs-content-sha256': await sha256Hex(''),
  };
  const signature = await signV3({ method, query: params, headers }, secret);
  const authorization = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${Object.keys(headers).sort().join(';')},Signature=${signature}`;
  return new Request(`https://${host}/?${canonicalQuery(params)}`, {
    method,
    headers: { ...headers, authorization },
  });
}
