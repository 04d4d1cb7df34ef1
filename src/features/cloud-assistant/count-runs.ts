/** One page of a region's invocations, newest first. */
export interface RunsPage {
  /** Epoch milliseconds; null where the service does not say (its 2019 version did not). */
  createdAt: readonly (number | null)[];
  total: number;
}

/** The most the API gives a page (contract 5, DescribeInvocations). */
export const RUNS_PAGE_SIZE = 50;

/**
 * Counts the runs created at or after `since`. The API has no count of used runs (contract 6, DescribeAccountAttributes),
 * so the boundary is searched for in the newest-first list: one call on a quiet day, about log2(pages) on a busy one.
 * Answers null if the service does not tell when runs were created.
 */
export async function countRunsSince(
  since: number,
  readPage: (pageNumber: number) => Promise<RunsPage>,
): Promise<number | null> {
  const fresh = ({ createdAt }: RunsPage) => createdAt.filter((at) => at !== null && at >= since).length;
  const first = await readPage(1);
  if (first.createdAt.includes(null)) return null;
  if (fresh(first) < RUNS_PAGE_SIZE) return fresh(first);
  let low = 1; // every run up to this page is fresh
  let high = Math.ceil(first.total / RUNS_PAGE_SIZE);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const page = await readPage(middle);
    const count = fresh(page);
    if (count === 0) high = middle - 1;
    else if (count < page.createdAt.length) return (middle - 1) * RUNS_PAGE_SIZE + count;
    else low = middle;
  }
  return Math.min(low * RUNS_PAGE_SIZE, first.total);
}

/** The instant the service's day began, epoch milliseconds. Its days are counted in UTC. */
export function dayStart(now: number): number {
  return Math.floor(now / 86_400_000) * 86_400_000;
}
