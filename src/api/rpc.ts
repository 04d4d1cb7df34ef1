import { endpointFor } from './endpoints';
import { ApiError } from './errors';
import { flatten, type Params } from './params';
import { post, type Fail } from './post';
import { readReply } from './reply';
import { pause, retryDelay, serverClock } from './retry';
import { canonicalQuery, InsecureContextError, percentEncode, signV1, type FlatParams } from './signature';
import { uniqueId } from './unique-id';
import { formatWireTime } from './wire-times';

export type { Params, ParamValue } from './params';

export type Product = 'ecs' | 'cms';

const VERSIONS: Record<Product, string> = { ecs: '2014-05-26', cms: '2019-01-01' };

export interface Credentials {
  accessKeyId: string;
  accessKeySecret: string;
  /** With temporary (STS) credentials only. */
  securityToken?: string;
}

export interface RpcConfig {
  credentials: Credentials;
  fetch?: typeof fetch;
  /** Origin (or base address) to post to; the vendor's own by default. */
  endpoint?: (product: Product, regionId: string) => string;
  /** Epoch milliseconds. */
  now?: () => number;
  /** Resolves after the time, or as soon as the signal aborts. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Number between 0 and 1, for the jitter. */
  random?: () => number;
  /** Told about every call when it has ended, however it ended. */
  onCall?: (entry: CallEntry) => void;
}

export interface CallOptions {
  /** A write is sent again only if its parameters carry a ClientToken. */
  kind: 'read' | 'write';
  signal?: AbortSignal;
  /** Time for one try, body included; 20 s by default. */
  timeoutMs?: number;
}

/** One finished call, for a log of calls. Holds business parameters only: no key, no signature, no token. */
export interface CallEntry {
  product: Product;
  action: string;
  params: Params;
  /** Epoch milliseconds. */
  startedAt: number;
  durationMs: number;
  attempts: number;
  requestId: string | null;
  ok: boolean;
  code?: string;
  response?: unknown;
}

/**
 * Calls an action and returns the answer's JSON object.
 * `params` carry `RegionId`, which also picks the endpoint.
 * @throws ApiError, and nothing else
 */
export type Rpc = (
  product: Product,
  action: string,
  params: Params,
  options: CallOptions,
) => Promise<Record<string, unknown>>;

/** A token for one intended effect (contract 1.9): made once per click, kept over every retry of it. */
export function newClientToken(): string {
  return uniqueId();
}

/**
 * The door to the cloud: encodes, signs, sends, retries, parses, fails as ApiError. Version 1 signature in a form POST
 * without any custom header, because only such a *simple* request may cross origins (contract 1.8).
 */
export function createRpc(config: RpcConfig): Rpc {
  const { credentials, now = Date.now, random = Math.random, sleep = pause, onCall } = config;
  const endpoint = config.endpoint ?? endpointFor;
  const send = config.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));
  /** Server's clock minus ours, learnt from a refusal; kept for all later calls. */
  let clockOffset = 0;

  return async function call(product, action, params, options) {
    const startedAt = now();
    const hasToken = typeof params['ClientToken'] === 'string' && params['ClientToken'] !== '';
    const { signal } = options;
    let attempts = 0;
    let clockCorrected = false;
    const report = (entry: Pick<CallEntry, 'ok' | 'requestId' | 'code' | 'response'>): void =>
      onCall?.({ product, action, params, startedAt, durationMs: now() - startedAt, attempts, ...entry });
    const fail: Fail = (code, message) => new ApiError({ code, message, product, action, attempts });

    const attempt = async (timestamp: string): Promise<Record<string, unknown>> => {
      if (signal?.aborted) throw fail('Aborted', 'The call was given up.');
      attempts++;
      const url = addressOf(endpoint, product, params, fail);
      const body = await signedBody(credentials, product, action, params, timestamp).catch(
        (error: unknown) => {
          throw error instanceof InsecureContextError ? fail('InsecureContext', error.message) : error;
        },
      );
      const reply = await post(send, url, body, options, fail);
      return readReply(reply, { product, action, attempts, credentials });
    };

    for (;;) {
      const timestamp = formatWireTime(now() + clockOffset);
      let response: Record<string, unknown>;
      try {
        response = await attempt(timestamp);
      } catch (thrown) {
        const error =
          thrown instanceof ApiError ? thrown : fail('BadResponse', 'The call failed unexpectedly.');
        const serverTime = clockCorrected ? null : serverClock(error, timestamp);
        if (serverTime !== null) {
          // Refused before it was looked at, so even a write without a token may go again.
          clockCorrected = true;
          clockOffset = serverTime - now();
          continue;
        }
        const delay = retryDelay({ error, kind: options.kind, hasToken, random });
        if (delay === null) {
          report({ ok: false, requestId: error.requestId, code: error.code });
          throw error;
        }
        await sleep(delay, signal);
        continue;
      }
      report({ ok: true, requestId: textOf(response, 'RequestId'), response });
      return response;
    }
  };
}

function addressOf(
  endpoint: NonNullable<RpcConfig['endpoint']>,
  product: Product,
  params: Params,
  fail: Fail,
): string {
  const regionId = params['RegionId'];
  if (typeof regionId !== 'string' || !regionId)
    throw fail('MissingParameter.RegionId', 'RegionId is missing.');
  try {
    return endpoint(product, regionId).replace(/\/*$/, '/');
  } catch {
    throw fail('InvalidRegionId.NotFound', 'The specified RegionId does not exist.');
  }
}

async function signedBody(
  credentials: Credentials,
  product: Product,
  action: string,
  params: Params,
  timestamp: string,
): Promise<string> {
  const signed: FlatParams = {
    ...flatten(params),
    ...(credentials.securityToken ? { SecurityToken: credentials.securityToken } : {}),
    Action: action,
    Version: VERSIONS[product],
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

function textOf(body: Record<string, unknown>, name: string): string | null {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === 'string' ? value : null;
}
