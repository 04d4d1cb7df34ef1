import { canonicalQuery, sha256Hex } from '@/api/signature';
import type { TokenUsed } from './acts';
import { Fault } from './fault';
import type { Ledger } from './ledger';

/** How long a ClientToken is remembered (contract 1.9 proposes 24 h). World ms. */
const TOKEN_LIFETIME_MS = 24 * 3_600_000;
/** ASCII, at most 64 characters. */
const TOKEN = /^[\x21-\x7e]{1,64}$/;

/** Parameters that are new on each retry or say nothing of what is asked. */
const NOT_COUNTED = new Set([
  'Signature',
  'SignatureNonce',
  'SignatureMethod',
  'SignatureVersion',
  'Timestamp',
  'Format',
  'AccessKeyId',
  'SecurityToken',
  'ClientToken',
  'Action',
  'Version',
]);

export interface TokenClaim {
  scope: string;
  fingerprint: string;
}

/** What the call's ClientToken stands for; null without one. Throws InvalidClientToken.Malformed 400. */
export async function readToken(
  action: string,
  regionId: string,
  params: ReadonlyMap<string, string>,
): Promise<TokenClaim | null> {
  const token = params.get('ClientToken');
  if (!token) return null;
  if (!TOKEN.test(token)) throw new Fault('InvalidClientToken.Malformed', 400);
  const counted: Record<string, string> = Object.create(null);
  for (const [name, value] of params) if (!NOT_COUNTED.has(name)) counted[name] = value;
  return { scope: `${regionId} ${action} ${token}`, fingerprint: await sha256Hex(canonicalQuery(counted)) };
}

/** The earlier answer to the same call; null if there was none. Other parameters: IdempotentParameterMismatch 403. */
export function earlierAnswer(ledger: Ledger, claim: TokenClaim, now: number): TokenUsed['answer'] | null {
  const used = ledger.tokens.get(claim.scope);
  if (!used || Math.abs(now - used.at) >= TOKEN_LIFETIME_MS) return null;
  if (used.fingerprint !== claim.fingerprint) throw new Fault('IdempotentParameterMismatch', 403);
  return used.answer;
}
