import type { ApiError } from './errors';

/** A call is sent at most this often (contract 1.7). */
const MAX_ATTEMPTS = 5;
const FIRST_DELAY_MS = 1000;
/** A longer wait asked for by the server is no longer one to sit through; its unit is not certain either. */
const LONGEST_RETRY_AFTER_MS = 60_000;

export interface FailedTry {
  error: ApiError;
  kind: 'read' | 'write';
  /** Whether the server can tell a repeated write by its ClientToken. */
  hasToken: boolean;
  /** Number between 0 and 1. */
  random: () => number;
  /** Whether the account is looked at for its effect before a write is repeated. */
  looksFirst?: boolean;
  /** Somebody waits to be told of the very first failure. */
  once?: boolean;
}

/**
 * How long to wait before the next try, or null to give up. Reads are repeated on everything that passes by itself;
 * writes only under a ClientToken, so that none takes effect twice (contract 1.7, 1.9).
 * @returns milliseconds: exponential back-off from 1 s with full jitter, not shorter than the server asked for
 */
export function retryDelay({ error, kind, hasToken, random, looksFirst, once }: FailedTry): number | null {
  if (once || error.attempts >= MAX_ATTEMPTS) return null;
  if (kind === 'write' && !hasToken) return null;
  // A write that took too long is repeated once, and only by those who look first.
  const isLate = error.code === 'Timeout' && looksFirst === true && error.attempts < 2;
  if (!isPassing(error) && !isLate && !(kind === 'write' && isStillProcessing(error.code))) return null;
  const jittered = random() * FIRST_DELAY_MS * 2 ** (error.attempts - 1);
  const asked = error.retryAfterMs ?? 0;
  return asked <= LONGEST_RETRY_AFTER_MS ? Math.max(jittered, asked) : jittered;
}

/** Overload, loss and accidents: the same request may well succeed a moment later. */
function isPassing({ code, httpStatus }: ApiError): boolean {
  return (
    code === 'Network' ||
    code === 'SignatureNonceUsed' ||
    code === 'UnknownError' ||
    isThrottling({ code, httpStatus }) ||
    code.includes('ServiceUnavailable') ||
    code.startsWith('InternalError') ||
    /^5\d\d$/.test(code) ||
    (httpStatus !== null && httpStatus >= 500)
  );
}

/** The cloud refused the call for the rate of calls. */
export function isThrottling({ code, httpStatus }: Pick<ApiError, 'code' | 'httpStatus'>): boolean {
  return code.includes('Throttling') || httpStatus === 429;
}

/** The first request under the token, or another operation on the resource, has not ended yet. */
function isStillProcessing(code: string): boolean {
  return (
    code === 'IdempotentProcessing' || code === 'LastTokenProcessing' || code.startsWith('OperationConflict')
  );
}

/**
 * The server's clock as told by a refusal for a wrong timestamp: its `Date` header, else a timestamp in the message that
 * is not the one we sent. Null when the failure is of another kind or tells nothing.
 * @returns epoch milliseconds
 */
export function serverClock(error: ApiError, sentTimestamp: string): number | null {
  if (error.code !== 'InvalidTimeStamp.Expired' && error.code !== 'IllegalTimestamp') return null;
  if (error.serverTime !== null) return error.serverTime;
  const told = error.message
    .match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g)
    ?.find((text) => text !== sentTimestamp);
  const at = Date.parse(told ?? '');
  return Number.isNaN(at) ? null : at;
}

/** Resolves after the time, or as soon as the signal aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
    if (signal?.aborted) done();
  });
}
