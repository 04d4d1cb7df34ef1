import type { Product } from './rpc';

export { adviceFor, type AdviceKey } from './error-advice';

/**
 * Codes of failures that never came from the server: the request got no answer (`Network`, which may be CORS), took too
 * long, was given up by the page, was answered by something that is not the API, could not even be signed, or is a write
 * where only reads are allowed.
 */
export type ClientCode = 'Network' | 'Timeout' | 'Aborted' | 'BadResponse' | 'InsecureContext' | 'ReadOnly';

export interface ApiErrorInit {
  code: string;
  message: string;
  product: Product;
  action: string;
  httpStatus?: number | null;
  requestId?: string | null;
  recommend?: string | null;
  accessDenied?: unknown;
  attempts?: number;
  retryAfterMs?: number | null;
  serverTime?: number | null;
}

/**
 * The permission that a refused call lacks, as policies write it (`ecs:InvokeCommand`): what the refusal says of it, else
 * the one the action needs by its name.
 */
export function missingPermission({ product, action, accessDenied }: ApiError): string {
  const told = (accessDenied as { AuthAction?: unknown } | null | undefined)?.AuthAction;
  return typeof told === 'string' && /^[\w-]+:\w+$/.test(told) ? told : `${product}:${action}`;
}

/** The one way a call fails (contract 1.4, 1.7). Holds nothing secret, so it may be shown, logged and reported. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** `Code` of the answer, or a {@link ClientCode}. Decide by it, never by the HTTP status. */
  readonly code: string;
  readonly product: Product;
  readonly action: string;
  /** null when no answer arrived. */
  readonly httpStatus: number | null;
  readonly requestId: string | null;
  /** The vendor's page about the failure. */
  readonly recommend: string | null;
  /** `AccessDeniedDetail` of a refusal by access control, as it came. */
  readonly accessDenied?: unknown;
  /** How often the request was sent. */
  readonly attempts: number;
  /** The wait the server asked for. */
  readonly retryAfterMs: number | null;
  /** The server's clock at the answer, epoch milliseconds. */
  readonly serverTime: number | null;
  /** A write without an answer: the account was looked at afterwards, and its effect was not there. */
  looked = false;

  constructor(init: ApiErrorInit) {
    super(init.message);
    this.code = init.code;
    this.product = init.product;
    this.action = init.action;
    this.httpStatus = init.httpStatus ?? null;
    this.requestId = init.requestId ?? null;
    this.recommend = init.recommend ?? null;
    if (init.accessDenied !== undefined) this.accessDenied = init.accessDenied;
    this.attempts = init.attempts ?? 1;
    this.retryAfterMs = init.retryAfterMs ?? null;
    this.serverTime = init.serverTime ?? null;
  }
}
