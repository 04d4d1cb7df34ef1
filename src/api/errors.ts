import type { Product } from './rpc';

export { adviceFor, type AdviceKey } from './error-advice';

/**
 * Codes of failures that never came from the server: the request got no answer (`Network`, which may be CORS), took too
 * long, was given up by the page, was answered by something that is not the API, or could not even be signed.
 */
export type ClientCode = 'Network' | 'Timeout' | 'Aborted' | 'BadResponse' | 'InsecureContext';

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
