/** A write that was sent and of which no answer is known: its ClientToken, and what it was made for (contract 1.9). */
export interface Attempt {
  /** The request without its token, as JSON. */
  request: string;
  token: string;
}

/**
 * The attempt to make for a request. The same request again is the same intent and keeps its token, so that neither
 * a retry nor a reload can have a second effect; a changed request is another intent.
 */
export function nextAttempt(last: Attempt | undefined, request: object, newToken: () => string): Attempt {
  const text = JSON.stringify(request);
  return last?.request === text ? last : { request: text, token: newToken() };
}

/** How an earlier attempt without an answer stands to what would be sent now. */
export function unansweredBy(last: Attempt | undefined, request: object): 'same' | 'changed' | null {
  if (last === undefined) return null;
  return last.request === JSON.stringify(request) ? 'same' : 'changed';
}

/** Whether something read back from a store is an attempt. */
export function isAttempt(value: unknown): value is Attempt {
  return (
    typeof value === 'object' &&
    value !== null &&
    'request' in value &&
    typeof value.request === 'string' &&
    'token' in value &&
    typeof value.token === 'string'
  );
}
