import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Page } from '@/api/decode';
import type { DescribeInvocationsRequest, Invocation, StopInvocationRequest } from '@/api/ecs/invocations';
import { pollWhile } from '@/api/polling';
import { keys } from '@/api/query-keys';
import { parseWireTime } from '@/api/wire-times';
import { isFinal } from '@/domain/invocation-status';
import { isUnderWay } from '@/features/cloud-assistant';
import type { InstanceRun } from './run-progress';

/** When the youngest run still under way was started, epoch ms: polls slow down as it ages. */
function youngestStart(page: Page<Invocation>): number | null {
  const starts = page.items.filter(isUnderWay).map(({ CreationTime }) => parseWireTime(CreationTime) ?? 0);
  return starts.length === 0 ? null : Math.max(...starts);
}

const followRuns = pollWhile<Page<Invocation>>((page) => page.items.some(isUnderWay), youngestStart);

/** One page of records, newest first, re-read while one of them is under way. */
export function useRecords(region: string, request: DescribeInvocationsRequest) {
  const api = useApi();
  return useQuery({
    queryKey: keys.invocations.list(region, request),
    queryFn: ({ signal }) => api.ecs.describeInvocations(request, { signal }),
    refetchInterval: followRuns,
    placeholderData: (previous, query) => (query?.queryKey[1] === region ? previous : undefined),
  });
}

/** Whose last runs are asked for. */
export type RunsOf = { CommandId: string } | { InstanceId: string };

/** The last runs of a command or on an instance, newest first, re-read while one of them is not over. */
export function useLastRuns(region: string, of: RunsOf, count = 20) {
  const api = useApi();
  const filters = { ...of, PageNumber: 1, PageSize: count };
  return useQuery({
    queryKey: keys.invocations.list(region, filters),
    queryFn: ({ signal }) => api.ecs.describeInvocations({ RegionId: region, ...filters }, { signal }),
    refetchInterval: followRuns,
  });
}

/** One run with the state of each instance, without outputs; null if the region has no such record. */
export function useRecord(region: string, invokeId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.invocations.detail(region, invokeId),
    queryFn: ({ signal }) =>
      api.ecs.describeInvocations({ RegionId: region, InvokeId: invokeId }, { signal }),
    refetchInterval: followRuns,
    select: (page) => page.items.find((item) => item.InvokeId === invokeId) ?? null,
  });
}

/** How often the output of a running instance is read again. */
const RUNNING_OUTPUT_MS = 3000;

function resultQuery(api: ReturnType<typeof useApi>, region: string, invokeId: string, run: InstanceRun) {
  const final = isFinal(run.outcome);
  return {
    // The outcome is part of the key, so that the output is read once more when the instance has ended.
    queryKey: keys.invocations.results(region, invokeId, { instance: run.instanceId, outcome: run.outcome }),
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const request = { RegionId: region, InvokeId: invokeId, InstanceId: run.instanceId };
      const page = await api.ecs.describeInvocationResults(request, { signal });
      return page.items[0] ?? null;
    },
    staleTime: final ? Infinity : 0,
    refetchInterval: final ? (false as const) : RUNNING_OUTPUT_MS,
  };
}

/** What one instance answered; null while there is nothing. */
export function useResult(region: string, invokeId: string, run: InstanceRun) {
  const api = useApi();
  return useQuery(resultQuery(api, region, invokeId, run));
}

/** What several instances answered, for the reasons of failures. */
export function useResults(region: string, invokeId: string, runs: readonly InstanceRun[]) {
  const api = useApi();
  return useQueries({ queries: runs.map((run) => resultQuery(api, region, invokeId, run)) });
}

/** The most instances DescribeInstances finds by ID in one call (contract 6). */
const IDS_PER_CALL = 100;

/** Names of instances by ID; a released instance has none. */
export function useInstanceNames(region: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const api = useApi();
  const sorted = ids.toSorted();
  const { data } = useQuery({
    queryKey: keys.instances.list(region, { names: sorted }),
    enabled: sorted.length > 0,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const batches = Array.from({ length: Math.ceil(sorted.length / IDS_PER_CALL) }, (_, batch) =>
        sorted.slice(batch * IDS_PER_CALL, (batch + 1) * IDS_PER_CALL),
      );
      const pages = await Promise.all(
        batches.map((InstanceIds) =>
          api.ecs.describeInstances({ RegionId: region, InstanceIds, PageSize: IDS_PER_CALL }, { signal }),
        ),
      );
      return pages.flatMap((page) => page.items.map((item) => [item.InstanceId, item.InstanceName] as const));
    },
  });
  return useMemo(() => new Map(data), [data]);
}

/** The agent's version on an instance, for the path of its log; empty while not known. */
export function useAgentVersion(region: string, instanceId: string, enabled: boolean): string {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.instances.agents(region, [instanceId]),
    enabled,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      api.ecs.describeCloudAssistantStatus({ RegionId: region, InstanceId: [instanceId] }, { signal }),
  });
  return data?.items[0]?.CloudAssistantVersion ?? '';
}

/** Whether the command can still be run; true while that is not known. */
export function useCommandExists(region: string, commandId: string): boolean {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.commands.detail(region, commandId),
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const page = await api.ecs.describeCommands({ RegionId: region, CommandId: commandId }, { signal });
      return page.items.find((command) => command.CommandId === commandId) ?? null;
    },
  });
  return data !== null;
}

/** Stops a run on the named instances; afterwards the region's records are re-read. */
export function useStop(region: string) {
  const api = useApi();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: StopInvocationRequest) => api.ecs.stopInvocation(request),
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: keys.invocations.all(region) });
    },
  });
}
