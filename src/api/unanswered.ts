import { ApiError } from './errors';

/** Failures that say nothing about the effect: the answer was lost, or the first request is still being worked on. */
const NO_ANSWER: ReadonlySet<string> = new Set([
  'Network',
  'Timeout',
  'Aborted',
  'BadResponse',
  'IdempotentProcessing',
  'LastTokenProcessing',
]);

/** Whether a failed write may have had its effect all the same: then only the same ClientToken makes it safe to repeat. */
export function mayHaveHappened(error: unknown): boolean {
  if (!(error instanceof ApiError)) return true;
  return NO_ANSWER.has(error.code) || (error.httpStatus !== null && error.httpStatus >= 500);
}
