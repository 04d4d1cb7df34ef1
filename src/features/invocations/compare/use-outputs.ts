import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import type { InvocationResult } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import type { Outcome } from '@/domain/invocation-status';
import type { InstanceRun } from '../run-progress';
import type { RecordSource } from './record-source';

/** What one instance answered, and how it stood when that was read. */
export interface ReadResult {
  /** null: the service has no row of it yet. */
  row: InvocationResult | null;
  outcome: Outcome;
}

export type ReadResults = ReadonlyMap<string, ReadResult>;

/** Up to so many instances are read again one by one; for more it is cheaper to read the pages. */
const FEW = 5;
/** Of a run in batches, so many records are read side by side. */
const RECORDS_AT_ONCE = 4;

export interface Outputs {
  /** undefined until all pages have been read once. */
  results: ReadResults | undefined;
  /** Rows read of rows there are, while pages are being read for the first time; null otherwise. */
  progress: { read: number; total: number } | null;
  error: Error | null;
  /** Reads what is missing. Rejects if that fails. */
  load(): Promise<ReadResults>;
}

/**
 * What every instance of a run answered, over all pages of its record, or of the records of its batches. Read once when `wanted`; while the run goes on, only what
 * changed since is read again, each time the record shows a change. Cached for the session.
 */
export function useOutputs(
  region: string,
  source: RecordSource,
  runs: readonly InstanceRun[],
  wanted: boolean,
): Outputs {
  const api = useApi();
  const cache = useQueryClient();
  const [progress, setProgress] = useState<Outputs['progress']>(null);
  const queryKey = keys.invocations.results(region, source.invokeIds.join(), { all: true });

  const query = useQuery<ReadResults>({
    queryKey,
    enabled: wanted,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const before = cache.getQueryData<ReadResults>(queryKey);
      const behind = runs.filter((run) => before?.get(run.instanceId)?.outcome !== run.outcome);
      if (before && behind.length <= FEW) {
        const pages = await Promise.all(
          behind.map(({ instanceId: InstanceId }) => {
            const request = { RegionId: region, InvokeId: source.recordOf(InstanceId), InstanceId };
            return api.ecs.describeInvocationResults(request, { signal });
          }),
        );
        const read = behind.map(({ instanceId, outcome }, index) => {
          const row = pages[index]?.items.find((item) => item.InstanceId === instanceId) ?? null;
          return [instanceId, { row, outcome }] as const;
        });
        return new Map([...before, ...read]);
      }
      const read = new Map<string, number>();
      const onPage = (InvokeId: string) => (count: number) => {
        read.set(InvokeId, count);
        if (!before) setProgress({ read: sum(read.values()), total: runs.length });
      };
      const rows: InvocationResult[] = [];
      for (let from = 0; from < source.invokeIds.length; from += RECORDS_AT_ONCE) {
        const records = source.invokeIds.slice(from, from + RECORDS_AT_ONCE).map((InvokeId) => {
          const request = { RegionId: region, InvokeId };
          return api.ecs.describeInvocationResultsAll(request, { signal }, onPage(InvokeId));
        });
        rows.push(...(await Promise.all(records)).flat());
      }
      // Without history there is one row of each instance; with it the last one read is the newest.
      const byId = new Map(rows.map((row) => [row.InstanceId, row]));
      return new Map(
        runs.map(({ instanceId, outcome }) => [instanceId, { row: byId.get(instanceId) ?? null, outcome }]),
      );
    },
  });

  const { data, isFetching, refetch } = query;
  const isBehind =
    data !== undefined && runs.some((run) => data.get(run.instanceId)?.outcome !== run.outcome);
  useEffect(() => {
    if (wanted && isBehind && !isFetching) void refetch();
    // Not when a read ends: one that failed is tried again with the next change only.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted, isBehind, runs, refetch]);

  return {
    results: data,
    progress: isFetching && data === undefined ? progress : null,
    error: query.error,
    load: async () => {
      if (data && !isBehind) return data;
      const answer = await refetch({ throwOnError: true });
      return answer.data ?? new Map();
    },
  };
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
