import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '@/api/api';
import type { Invocation } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import { isFinal } from '@/domain/invocation-status';
import { needsAttention, runProgress } from '@/features/invocations';
import type { Tally } from './plan';

/** A page on show and the driver read the same record: the younger answer serves both. */
const FRESH_MS = 500;

/** The record of one batch as it is now; null if the region has none. Rejects with ApiError. */
export async function readRecord(
  { api, cache }: { api: Api; cache: QueryClient },
  region: string,
  InvokeId: string,
): Promise<Invocation | null> {
  const page = await cache.fetchQuery({
    queryKey: keys.invocations.detail(region, InvokeId),
    queryFn: ({ signal }) => api.ecs.describeInvocations({ RegionId: region, InvokeId }, { signal }),
    staleTime: FRESH_MS,
  });
  return page.items.find((item) => item.InvokeId === InvokeId) ?? null;
}

/** How its instances stand; `open`: not at their end. */
export function tallyOf(record: Invocation): Tally & { open: number } {
  const tally = { succeeded: 0, failed: 0, other: 0, open: 0 };
  for (const run of runProgress(record).runs) {
    if (!isFinal(run.outcome)) tally.open += 1;
    else if (run.outcome === 'succeeded') tally.succeeded += 1;
    else if (needsAttention(run)) tally.failed += 1;
    else tally.other += 1;
  }
  return tally;
}
