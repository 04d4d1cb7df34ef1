import type { ApiError, ClientCode } from './errors';
import type { Reply } from './reply';
import type { CallOptions } from './rpc';

const DEFAULT_TIMEOUT_MS = 20_000;

/** Makes the error of the call in progress; a code of the server's own may stand for a refusal made on this side. */
export type Fail = (code: ClientCode | (string & {}), message: string) => ApiError;

export interface FormRequest {
  url: string;
  /** Form-encoded. */
  body: string;
  /** Only for the page's own origin: any header more would need permission from another (contract 1.8). */
  headers?: Record<string, string>;
}

/**
 * Posts a form once and reads the answer to its end, within one time limit for both.
 * @throws ApiError `Aborted`, `Timeout` or `Network`
 */
export async function post(
  send: typeof fetch,
  { url, body, headers }: FormRequest,
  { signal, timeoutMs = DEFAULT_TIMEOUT_MS }: CallOptions,
  fail: Fail,
): Promise<Reply> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const response = await send(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      credentials: 'omit',
      cache: 'no-store',
      // A signed body must not follow a redirect to wherever it points.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch {
    if (signal?.aborted) throw fail('Aborted', 'The call was given up.');
    if (controller.signal.aborted) throw fail('Timeout', `No answer within ${timeoutMs / 1000} s.`);
    throw fail('Network', 'No answer: the network failed, or the browser was not allowed to read it (CORS).');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
