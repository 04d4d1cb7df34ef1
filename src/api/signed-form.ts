import type { Credentials, Product } from './rpc';
import { canonicalQuery, percentEncode, signV1, type FlatParams } from './signature';
import { uniqueId } from './unique-id';

/** The version of each product that the console speaks (contract 1.2). */
export const API_VERSIONS: Record<Product, string> = {
  ecs: '2014-05-26',
  cms: '2019-01-01',
  oos: '2019-06-01',
};

/**
 * The form body of one request with a version 1 signature (contract 1.2, 2.1), with a new nonce each time.
 * @param params flattened business parameters
 * @param timestamp `yyyy-MM-ddTHH:mm:ssZ`
 * @throws InsecureContextError where WebCrypto is hidden
 */
export async function signedForm(
  credentials: Credentials,
  product: Product,
  action: string,
  params: FlatParams,
  timestamp: string,
): Promise<string> {
  const signed: FlatParams = {
    ...params,
    ...(credentials.securityToken ? { SecurityToken: credentials.securityToken } : {}),
    Action: action,
    Version: API_VERSIONS[product],
    Format: 'JSON',
    AccessKeyId: credentials.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: uniqueId(),
    Timestamp: timestamp,
  };
  const signature = await signV1('POST', signed, credentials.accessKeySecret);
  return `${canonicalQuery(signed)}&Signature=${percentEncode(signature)}`;
}
