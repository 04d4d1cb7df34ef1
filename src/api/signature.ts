/**
 * The request signature of the API that browsers use (version 1, contract 2.1), for the client that signs and for a server
 * that checks. Version 3 is in `signature-v3.ts`: no page needs it.
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

/** Hex SHA-256, as `x-acs-content-sha256` wants it; a text is hashed as UTF-8. */
export async function sha256Hex(data: string | Uint8Array): Promise<string> {
  const bytes = typeof data === 'string' ? utf8.encode(data) : new Uint8Array(data);
  return toHex(new Uint8Array(await subtle().digest('SHA-256', bytes)));
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

/** HMAC of a text in UTF-8. */
export async function hmac(hash: 'SHA-1' | 'SHA-256', secret: string, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash };
  const key = await subtle().importKey('raw', utf8.encode(secret), algorithm, false, ['sign']);
  return new Uint8Array(await subtle().sign('HMAC', key, utf8.encode(text)));
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
