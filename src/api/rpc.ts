import { withoutSecrets } from '@/domain/secrets';
import { endpointFor } from './endpoints';
import { ApiError } from './errors';
import { GATEWAY_HEADER, GATEWAY_PATH } from './gateway';
import type { LookUp } from './lost-answers';
import type { Pacing } from './pacing';
import { flatten, type Params } from './params';
import { post, type Fail } from './post';
import { readReply } from './reply';
import { isThrottling, pause, retryDelay, serverClock } from './retry';
import { noteServerClock } from './server-clock';
import { canonicalQuery, InsecureContextError } from './signature';
import { signedForm } from './signed-form';
import { mayHaveHappened } from './unanswered';
import { uniqueId } from './unique-id';
import { formatWireTime } from './wire-times';

export type { Params, ParamValue } from './params';

export type Product = 'ecs' | 'cms' | 'oos';

export interface Credentials {
  accessKeyId: string;
  accessKeySecret: string;
  /** With temporary (STS) credentials only. */
  securityToken?: string;
}

export interface RpcConfig {
  /** Null: a gateway at the page's own origin holds them and signs. */
  credentials: Credentials | null;
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
  /** Slows calls down while the cloud throttles them. */
  pacing?: Pacing;
  /** Looks whether a write without an answer took effect, before it is repeated. */
  lookUp?: LookUp;
  /** Refuses every write before it is sent. */
  readOnly?: boolean;
}

export interface CallOptions {
  /** A write is sent again only if its parameters carry a ClientToken. */
  kind: 'read' | 'write';
  signal?: AbortSignal;
  /** Time for one try, body included; 20 s by default. */
  timeoutMs?: number;
  /** Fails with the first failure instead of trying again. */
  once?: boolean;
}

/** One finished call, for a log of calls. Holds business parameters only, and these without secrets: no key, no signature. */
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
  /** Of the last answer; absent when none arrived. */
  httpStatus?: number;
  /** Of the last answer's body, in bytes. */
  size?: number;
  /** What a call that failed was told. */
  error?: ApiError;
  response?: unknown;
  /** The answer was lost; `response` is what a look at the account found instead. */
  found?: boolean;
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
  const { credentials, now = Date.now, random = Math.random, sleep = pause, onCall, pacing, lookUp } = config;
  const endpoint = config.endpoint ?? endpointFor;
  const send = config.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));
  /** Server's clock minus ours, learnt from a refusal; kept for all later calls. */
  let clockOffset = 0;
  /** What writes of this session made: a look for a lost answer must not take one of these for it. */
  const made = new Set<string>();

  const call: Rpc = async (product, action, params, options) => {
    const startedAt = now();
    const { signal, kind } = options;
    const hasToken = typeof params['ClientToken'] === 'string' && params['ClientToken'] !== '';
    const paced = { product, action, kind, params };
    let attempts = 0;
    let clockCorrected = false;
    let last: Pick<CallEntry, 'httpStatus' | 'size'> = {};
    const report = (
      entry: Pick<CallEntry, 'ok' | 'requestId' | 'code' | 'error' | 'response' | 'found'>,
    ): void =>
      onCall?.({
        product,
        action,
        params: withoutSecrets(params),
        startedAt,
        durationMs: now() - startedAt,
        attempts,
        ...last,
        ...entry,
        response: withoutSecrets(entry.response),
      });
    const fail: Fail = (code, message) => new ApiError({ code, message, product, action, attempts });

    const attempt = async (timestamp: string): Promise<Record<string, unknown>> => {
      await pacing?.turn(paced, signal);
      if (signal?.aborted) throw fail('Aborted', 'The call was given up.');
      if (config.readOnly && kind === 'write') throw fail('ReadOnly', 'Writes are refused here.');
      attempts++;
      const request = credentials
        ? {
            url: addressOf(endpoint, product, params, fail),
            body: await signedForm(credentials, product, action, flatten(params), timestamp).catch(
              (error: unknown) => {
                throw error instanceof InsecureContextError ? fail('InsecureContext', error.message) : error;
              },
            ),
          }
        : {
            url: `${GATEWAY_PATH}${product}/${action}`,
            body: canonicalQuery(flatten(params)),
            headers: { [GATEWAY_HEADER]: '1' },
          };
      last = {};
      const reply = await post(send, request, options, fail);
      last = { httpStatus: reply.status, size: new TextEncoder().encode(reply.text).length };
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
        if (isThrottling(error)) pacing?.throttled(paced);
        const serverTime = clockCorrected ? null : serverClock(error, timestamp);
        if (serverTime !== null) {
          // Refused before it was looked at, so even a write without a token may go again.
          clockCorrected = true;
          clockOffset = serverTime - now();
          noteServerClock(clockOffset);
          continue;
        }
        // Browsers send a request again by themselves when a connection breaks: the second one bears a used nonce.
        const looksFirst =
          lookUp !== undefined &&
          kind === 'write' &&
          (mayHaveHappened(error) || error.code === 'SignatureNonceUsed');
        const delay = retryDelay({ error, kind, hasToken, random, looksFirst, once: options.once ?? false });
        if (delay !== null) await sleep(delay, signal);
        if (looksFirst && !signal?.aborted) {
          const look = await lookUp({ call, product, action, params, since: startedAt + clockOffset, made });
          if (look !== null && look !== 'absent') {
            noteMade(look);
            report({ ok: true, requestId: null, response: look, found: true });
            return look;
          }
          if (look === 'absent') error.looked = true;
        }
        if (delay === null) {
          report({ ok: false, requestId: error.requestId, code: error.code, error });
          throw error;
        }
        continue;
      }
      if (kind === 'write') noteMade(response);
      report({ ok: true, requestId: textOf(response, 'RequestId'), response });
      return response;
    }
  };

  function noteMade(answer: Record<string, unknown>): void {
    for (const name of ['InvokeId', 'CommandId']) made.add(textOf(answer, name) ?? '');
  }
  return call;
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

function textOf(body: Record<string, unknown>, name: string): string | null {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === 'string' ? value : null;
}
