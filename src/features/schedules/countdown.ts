const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** The time left, to be shown: in whole minutes while there are any, because seconds would only flicker. Milliseconds. */
export function countdown(span: number): number {
  return span < MINUTE_MS
    ? Math.max(0, Math.ceil(span / SECOND_MS) * SECOND_MS)
    : Math.floor(span / MINUTE_MS) * MINUTE_MS;
}
