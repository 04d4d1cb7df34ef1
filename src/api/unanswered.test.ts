import { expect, it } from 'vitest';
import { ApiError } from './errors';
import { mayHaveHappened } from './unanswered';

const failure = (code: string, httpStatus: number | null) =>
  new ApiError({ code, httpStatus, message: '', product: 'ecs', action: 'InvokeCommand' });

it.each([
  ['Network', null, true],
  ['Timeout', null, true],
  ['BadResponse', 200, true],
  ['InternalError', 500, true],
  ['ServiceUnavailable', 503, true],
  ['IdempotentProcessing', 403, true],
  ['Invocation.ExceedQuota', 403, false],
  ['InvalidCmdId.NotFound', 404, false],
  ['Throttling.User', 400, false],
  ['InsecureContext', null, false],
])('K4: after %s (HTTP %s) it may have had its effect: %s', (code, httpStatus, may) => {
  expect(mayHaveHappened(failure(code, httpStatus))).toBe(may);
});
