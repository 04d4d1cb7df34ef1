import type { PeriodSpan } from './periods';

/** Minutes read in one go, about 10 ms. */
const MOST_MINUTES = 6000;
const MINUTE_MS = 60_000;

/**
 * Reads a long span part by part and lets the page have its turn between: the emulator shares the thread with it. Parts begin
 * and end where periods do, so together they are what the whole would have been.
 */
export async function inSlices<Row>(
  span: PeriodSpan,
  read: (part: PeriodSpan) => readonly Row[],
): Promise<Row[]> {
  const step = span.periodSeconds * 1000;
  const length = Math.max(1, Math.floor((MOST_MINUTES * MINUTE_MS) / step)) * step;
  const rows: Row[] = [];
  let from = span.from;
  while (span.to - from > length) {
    const to = Math.ceil((from + length) / step) * step;
    rows.push(...read({ ...span, from, to }));
    from = to;
    await new Promise((resolve) => setTimeout(resolve));
  }
  rows.push(...read({ ...span, from }));
  return rows;
}
