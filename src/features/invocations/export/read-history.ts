import type { Api } from '@/api/api';
import type { InvocationResult } from '@/api/ecs/invocations';

/** The most the API gives a page (contract 5, DescribeInvocationResults). */
const PAGE_SIZE = 50;
/** Stops a server that never stops giving pages. */
const MOST_PAGES = 20_000;

export interface HistoryOptions {
  signal: AbortSignal;
  onRead(read: number, total: number): void;
}

/**
 * Every record of a periodic run, newest first, over all pages. A fire meanwhile moves records to later pages: each is there
 * once all the same. Rejects with ApiError, or with the signal's reason.
 */
export async function readHistory(
  api: Api,
  region: string,
  invokeId: string,
  { signal, onRead }: HistoryOptions,
): Promise<InvocationResult[]> {
  const rows = new Map<string, InvocationResult>();
  let fetched = 0;
  for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
    signal.throwIfAborted();
    const page = await api.ecs.describeInvocationResults(
      { RegionId: region, InvokeId: invokeId, IncludeHistory: true, PageNumber, PageSize: PAGE_SIZE },
      { signal },
    );
    for (const row of page.items) rows.set(`${row.InstanceId} ${row.Repeats}`, row);
    fetched += page.items.length;
    onRead(rows.size, Math.max(rows.size, page.totalCount));
    if (page.items.length === 0 || fetched >= page.totalCount) break;
  }
  return [...rows.values()];
}
