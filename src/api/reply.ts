import { readJson } from '@/domain/json-text';
import { ApiError } from './errors';
import type { Credentials, Product } from './rpc';

/** An HTTP answer, read to its end. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
}

/** What an error has to say about the call it ended. */
export interface CallContext {
  product: Product;
  action: string;
  attempts: number;
  /** Null when a gateway signs: no secret is here then. */
  credentials: Credentials | null;
}

const SUCCESS_CODES: ReadonlySet<unknown> = new Set(['200', 'OK', 'Success', 'success']);

/**
 * The answer's JSON object, or the failure it stands for (contract 1.4): an HTTP status of 400 and more, a `Code` that is
 * no success, a false `Success` (CloudMonitor fails inside HTTP 200), or a body that is not the API's.
 * @throws ApiError
 */
export function readReply(reply: Reply, call: CallContext): Record<string, unknown> {
  const body = parseObject(reply.text);
  const field = (name: string): string | null => {
    const value = body && Object.hasOwn(body, name) ? body[name] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const code = field('Code') || null;
  const failureCode = code !== null && !SUCCESS_CODES.has(code) ? code : null;
  const refused = body !== null && Object.hasOwn(body, 'Success') && /^false$/i.test(String(body['Success']));
  if (body && reply.status < 400 && !failureCode && !refused) return body;

  throw new ApiError({
    code: failureCode ?? (refused ? 'Refused' : 'BadResponse'),
    message: clean(field('Message') ?? `Unreadable answer (HTTP ${reply.status})`, call.credentials),
    product: call.product,
    action: call.action,
    httpStatus: reply.status,
    requestId: field('RequestId') ?? reply.headers.get('x-acs-request-id'),
    recommend: webAddress(field('Recommend')),
    accessDenied: body && Object.hasOwn(body, 'AccessDeniedDetail') ? body['AccessDeniedDetail'] : undefined,
    attempts: call.attempts,
    retryAfterMs: wholeNumber(reply.headers.get('x-acs-retry-after')),
    serverTime: time(reply.headers.get('date')),
  });
}

function parseObject(text: string): Record<string, unknown> | null {
  const value = readJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** A refused signature is answered with the text the server signed, which repeats every parameter: cut it off. */
export function withoutStringToSign(message: string): string {
  return message.replace(/[\s,;.]*server string to sign is\s*:[^]*$/i, '.');
}

function clean(message: string, credentials: Credentials | null): string {
  let text = withoutStringToSign(message);
  for (const secret of [credentials?.accessKeySecret, credentials?.securityToken]) {
    // Real secrets are long; blanking out a short demo key would only mangle ordinary words.
    if (secret && secret.length >= 16) text = text.replaceAll(secret, '***');
  }
  return text;
}

/** The address is rendered as a link, so only the web's own schemes may pass. */
function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

function time(text: string | null): number | null {
  const at = text === null ? NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
