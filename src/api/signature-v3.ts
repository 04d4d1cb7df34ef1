import { canonicalQuery, hmac, sha256Hex, toHex, type FlatParams } from './signature';

/** What version 3 signs. */
export interface V3Request {
  method: string;
  /** Decoded query parameters; the form body is not among them. */
  query: FlatParams;
  /** Request headers in any case. */
  headers: Readonly<Record<string, string>>;
  /** Names as in `SignedHeaders`; by default `host`, `content-type` and every `x-acs-*` of `headers`. */
  signedHeaders?: readonly string[];
  /** Hex SHA-256 of the body's bytes; by default the header `x-acs-content-sha256`. */
  hashedPayload?: string;
}

/** Names of the headers version 3 signs when nobody says otherwise: lower case, sorted (contract 2.2 step 2). */
export function signedHeaderNames(headers: Readonly<Record<string, string>>): string[] {
  return Object.keys(headers)
    .map((name) => name.toLowerCase())
    .filter((name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'))
    .sort();
}

/** The canonical request of version 3 (contract 2.2 step 4). */
export function canonicalRequestV3(request: V3Request): string {
  const byName = new Map(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value.trim()]),
  );
  const names = (request.signedHeaders ?? signedHeaderNames(request.headers))
    .map((name) => name.toLowerCase())
    .sort();
  return [
    request.method.toUpperCase(),
    '/',
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${byName.get(name) ?? ''}`),
    '',
    names.join(';'),
    request.hashedPayload ?? byName.get('x-acs-content-sha256') ?? '',
  ].join('\n');
}

/** Version 3 signature (ACS3-HMAC-SHA256, contract 2.2), lower-case hex. */
export async function signV3(request: V3Request, accessKeySecret: string): Promise<string> {
  const stringToSign = `ACS3-HMAC-SHA256\n${await sha256Hex(canonicalRequestV3(request))}`;
  return toHex(await hmac('SHA-256', accessKeySecret, stringToSign));
}

/** The three parts of a version 3 `Authorization` header. */
export interface V3Authorization {
  accessKeyId: string;
  signedHeaders: string[];
  signature: string;
}

/** Reads `ACS3-HMAC-SHA256 Credential=…,SignedHeaders=a;b,Signature=…`; null when it is not of that form. */
export function parseAuthorizationV3(header: string): V3Authorization | null {
  const match =
    /^ACS3-HMAC-SHA256\s+Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/i.exec(
      header.trim(),
    );
  const [, accessKeyId, names, signature] = match ?? [];
  if (!accessKeyId || !names || !signature) return null;
  return { accessKeyId, signedHeaders: names.split(';'), signature: signature.toLowerCase() };
}

/** Compares two signatures without telling by its run time where they differ. */
export function sameSignature(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
