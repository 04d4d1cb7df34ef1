/** Indexes from 0, both included. */
export interface RowRange {
  first: number;
  last: number;
}

/**
 * The pages (from 1) that hold the rows in view and some on either side, so that slow scrolling never waits. `ahead`
 * shrinks where rows in view and rows ahead would not fit into one page's length: never more than two pages, as long as
 * the rows in view fit into one.
 */
export function pagesFor(
  { first, last }: RowRange,
  pageSize: number,
  ahead: number,
  count: number,
): number[] {
  if (count <= 0) return [];
  const end = Math.min(Math.max(last, 0), count - 1);
  const start = Math.min(Math.max(first, 0), end);
  const margin = Math.max(0, Math.min(ahead, Math.floor((pageSize - (end - start + 1)) / 2)));
  const from = Math.floor(Math.max(0, start - margin) / pageSize) + 1;
  const to = Math.floor(Math.min(count - 1, end + margin) / pageSize) + 1;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Where a row stands: its page (from 1) and its place on the page (from 0). */
export function placeOf(index: number, pageSize: number): { page: number; offset: number } {
  return { page: Math.floor(index / pageSize) + 1, offset: index % pageSize };
}
