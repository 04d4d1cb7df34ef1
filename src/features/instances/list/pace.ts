export interface Pace<T> {
  (value: T): void;
  cancel(): void;
}

/**
 * Hands on the newest value once values have stopped coming for `quietMs`, or `longestMs` after the first that was held
 * back: a fast scroll over many rows asks for what it comes to rest on, a slow one keeps being served.
 */
export function pace<T>(deliver: (value: T) => void, quietMs: number, longestMs: number): Pace<T> {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;
  let newest: T;
  const cancel = () => {
    clearTimeout(quiet);
    clearTimeout(longest);
    quiet = longest = undefined;
  };
  const flush = () => {
    cancel();
    deliver(newest);
  };
  const push = (value: T) => {
    newest = value;
    clearTimeout(quiet);
    quiet = setTimeout(flush, quietMs);
    longest ??= setTimeout(flush, longestMs);
  };
  return Object.assign(push, { cancel });
}
