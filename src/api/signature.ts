/**
 * The two request signatures of the API (contract 2), for the client that signs and for a server that checks.
 *
 * Everything works on *decoded* parameters and re-encodes them itself, because senders escape differently
 * (the vendor's SDK leaves `*` and `'` bare on the wire). Runs where WebCrypto is: browser, worker, Node.
 */

const utf8 = new TextEncoder();

/** Decoded, flattened request parameters: wire name → text. */
export type FlatParams = Readonly<Record<string, string>>;

/** RFC 3986 encoding as the signature wants it: everything but `A–Z a–z 0–9 - _ . ~` becomes `%XX` (contract 2.1 step 3). */
export function percentEncode(text: string): string {
  // A lone surrogate has no UTF-8 form and would make encodeURIComponent throw; U+FFFD is what any UTF-8 encoder sends.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `enc(k)=enc(v)` joined by `&`, sorted by name in code-unit order (contract 2.1 steps 2–4). */
export function canonicalQuery(params: FlatParams): string {
  return Object.keys(params)
    .sort()
    .map((name) => `${percentEncode(name)}=${percentEncode(params[name] ?? '')}`)
    .join('&');
}

/** The text that version 1 signs. A `Signature` among the parameters is left out, so a server can pass what arrived. */
export function stringToSignV1(method: string, params: FlatParams): string {
  const { Signature: _signature, ...signed } = params;
  return `${method.toUpperCase()}&%2F&${percentEncode(canonicalQuery(signed))}`;
}

/**
 * Version 1 signature (HMAC-SHA1, contract 2.1).
 * @param params all parameters of query and form together, flattened and decoded, `SecurityToken` included
 * @returns Base64, not yet percent-encoded
 */
export async function signV1(method: string, params: FlatParams, accessKeySecret: string): Promise<string> {
  const mac = await hmac('SHA-1', `${accessKeySecret}&`, stringToSignV1(method, params));
  return btoa(String.fromCharCode(...mac));
}

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

/** Hex SHA-256, as `x-acs-content-sha256` wants it; a text is hashed as UTF-8. */
export async function sha256Hex(data: string | Uint8Array): Promise<string> {
  const bytes = typeof data === 'string' ? utf8.encode(data) : new Uint8Array(data);
  return toHex(new Uint8Array(await subtle().digest('SHA-256', bytes)));
}

/** Compares two signatures without telling by its run time where they differ. */
export function sameSignature(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

/** Thrown where the browser hides WebCrypto: a page served over plain HTTP from another machine. */
export class InsecureContextError extends Error {
  override name = 'InsecureContextError';
}

function subtle(): SubtleCrypto {
  const available = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!available)
    throw new InsecureContextError('Signing needs WebCrypto: open the page over HTTPS or on localhost.');
  return available;
}

async function hmac(hash: 'SHA-1' | 'SHA-256', secret: string, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash };
  const key = await subtle().importKey('raw', utf8.encode(secret), algorithm, false, ['sign']);
  return new Uint8Array(await subtle().sign('HMAC', key, utf8.encode(text)));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
