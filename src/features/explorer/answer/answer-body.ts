import type { CallEntry } from '@/api/rpc';
import { withoutSecrets } from '@/domain/secrets';
import type { JsonBranch } from './json-node';

/** What came back as JSON: the answer, or of a failure what the console read; null if nothing came. */
export function answerBody({ ok, response, error }: CallEntry): JsonBranch | null {
  if (ok) return typeof response === 'object' && response !== null ? (response as JsonBranch) : null;
  if (!error || error.httpStatus === null) return null;
  return withoutSecrets({
    Code: error.code,
    Message: error.message,
    ...(error.requestId === null ? {} : { RequestId: error.requestId }),
    ...(error.recommend === null ? {} : { Recommend: error.recommend }),
    ...(error.accessDenied === undefined ? {} : { AccessDeniedDetail: error.accessDenied }),
  });
}

export function answerText(body: JsonBranch | null): string {
  return body === null ? '' : JSON.stringify(body, null, 2);
}
