import { sha256Hex, signV1, stringToSignV1 } from '@/api/signature';
import { canonicalRequestV3, parseAuthorizationV3, sameSignature, signV3 } from '@/api/signature-v3';
import { Fault, messageFor } from './fault';
import type { DecodedRequest } from './request-decoder';

const MAX_SKEW_MS = 15 * 60_000;
const NONCE_MEMORY_MS = 30 * 60_000;
const NONCE_LIMIT = 20_000;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/**
 * The secret of a key that holds for ever, or of temporary credentials (STS). Their token says by itself until when it
 * holds: `sts-2026-11-22T01:00:00Z`.
 */
export type Secret = string | { secret: string; temporary: true };
export type Secrets = Readonly<Record<string, Secret>>;

interface Claims {
  accessKeyId: string;
  securityToken: string | undefined;
  timestamp: string;
  nonce: string;
  /** What came, and what it must be if the secret is this. */
  signature: string;
  expected(secret: string): Promise<string>;
  stringToSign(): Promise<string> | string;
}

/**
 * Who calls, checked in the order of contract 10.2: mandatory common parameters, key and its token, timestamp (±15
 * minutes of the machine's own clock, never the world's), signature, nonce. Resolves with the access key ID or throws a Fault.
 */
export function createAuthenticator(secrets: Secrets, machine: () => number) {
  const nonces = new Map<string, number>();

  function spendNonce(key: string) {
    const now = machine();
    // Insertion order is time order, so the old ones are in front.
    for (const [old, at] of nonces) {
      if (now - at < NONCE_MEMORY_MS && nonces.size < NONCE_LIMIT) break;
      nonces.delete(old);
    }
    if (nonces.has(key)) throw new Fault('SignatureNonceUsed', 400);
    nonces.set(key, now);
  }

  return async function authenticate(call: DecodedRequest): Promise<string> {
    const claims = call.style === 'v3' ? claimsOfV3(call) : claimsOfV1(call);
    const known = Object.hasOwn(secrets, claims.accessKeyId) ? secrets[claims.accessKeyId] : undefined;
    if (known === undefined) throw new Fault('InvalidAccessKeyId.NotFound', 404);
    const secret = typeof known === 'string' ? known : known.secret;
    checkToken(claims.securityToken, typeof known !== 'string', machine());
    const at = TIMESTAMP.test(claims.timestamp) ? Date.parse(claims.timestamp) : Number.NaN;
    if (Number.isNaN(at)) throw new Fault('InvalidTimeStamp.Format', 400);
    if (Math.abs(at - machine()) > MAX_SKEW_MS) throw new Fault('InvalidTimeStamp.Expired', 400);
    if (!sameSignature(claims.signature, await claims.expected(secret))) {
      throw new Fault(
        'SignatureDoesNotMatch',
        400,
        `Specified signature is not matched with our calculation. server string to sign is:${await claims.stringToSign()}`,
      );
    }
    spendNonce(`${claims.accessKeyId} ${claims.nonce}`);
    return claims.accessKeyId;
  };
}

const TOKEN = /^sts-(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)$/;

/** The token that belongs to temporary credentials and to no others (contract 1.7; the status is not confirmed). */
function checkToken(token: string | undefined, temporary: boolean, now: number): void {
  if (!token && !temporary) return;
  const until = Date.parse(TOKEN.exec(token ?? '')?.[1] ?? '');
  if (Number.isNaN(until)) throw new Fault('InvalidSecurityToken.Malformed', 400);
  if (!temporary) throw new Fault('InvalidSecurityToken.MismatchWithAccessKey', 400);
  if (now >= until) throw new Fault('InvalidSecurityToken.Expired', 400);
}

function mandatory(value: string | undefined, name: string): string {
  if (!value) throw new Fault(`Missing${name}`, 400);
  return value;
}

function incomplete(): Fault {
  return new Fault('IncompleteSignature', 400, messageFor('IncompleteSignature'));
}

function claimsOfV1({ method, params }: DecodedRequest): Claims {
  const get = (name: string) => mandatory(params.get(name), name);
  const accessKeyId = get('AccessKeyId');
  const timestamp = get('Timestamp');
  const nonce = get('SignatureNonce');
  const signatureMethod = get('SignatureMethod');
  const signatureVersion = get('SignatureVersion');
  const signature = get('Signature');
  if (signatureMethod.toUpperCase() !== 'HMAC-SHA1' || signatureVersion !== '1.0') throw incomplete();
  const flat = flatten(params);
  return {
    accessKeyId,
    securityToken: params.get('SecurityToken'),
    timestamp,
    nonce,
    signature,
    expected: (secret) => signV1(method, flat, secret),
    stringToSign: () => stringToSignV1(method, flat),
  };
}

const SIGNED_ALWAYS = [
  'host',
  'x-acs-action',
  'x-acs-version',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-content-sha256',
];

function claimsOfV3({ method, query, headers, bodyHash }: DecodedRequest): Claims {
  const authorization = parseAuthorizationV3(mandatory(headers['authorization'], 'Authorization'));
  if (!authorization) throw incomplete();
  const signed = authorization.signedHeaders.map((name) => name.toLowerCase());
  const timestamp = mandatory(headers['x-acs-date'], 'Timestamp');
  const nonce = mandatory(headers['x-acs-signature-nonce'], 'SignatureNonce');
  if (!SIGNED_ALWAYS.every((name) => signed.includes(name))) throw incomplete();
  // The hash of what really arrived: a changed body changes the signature.
  const parts = { method, query: flatten(query), headers, signedHeaders: signed, hashedPayload: bodyHash };
  return {
    accessKeyId: authorization.accessKeyId,
    securityToken: headers['x-acs-security-token'],
    timestamp,
    nonce,
    signature: authorization.signature,
    expected: (secret) => signV3(parts, secret),
    stringToSign: async () => `ACS3-HMAC-SHA256\n${await sha256Hex(canonicalRequestV3(parts))}`,
  };
}

/** A plain object that a parameter named `__proto__` cannot harm. */
function flatten(params: ReadonlyMap<string, string>): Record<string, string> {
  const flat: Record<string, string> = Object.create(null);
  for (const [name, value] of params) flat[name] = value;
  return flat;
}
