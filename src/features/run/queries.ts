import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import type { Page } from '@/api/decode';
import type { Invocation } from '@/api/ecs/invocations';
import { pollWhile } from '@/api/polling';
import { keys } from '@/api/query-keys';
import { parseWireTime } from '@/api/wire-times';
import type { CommandType } from '@/domain/command-type';
import { isUnderWay } from '@/features/cloud-assistant';
import { fetchEligibility, type PickedInstance } from '@/features/instances';
import type { Unfit } from './preflight';
import { RUN_LIMITS } from './run-request';

/** The command to run; null if the region has no such command. */
export function useRunCommand(region: string, commandId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.commands.detail(region, commandId),
    queryFn: async ({ signal }) => {
      const page = await api.ecs.describeCommands({ RegionId: region, CommandId: commandId }, { signal });
      return page.items.find((command) => command.CommandId === commandId) ?? null;
    },
  });
}

/** The parameters of an earlier run, to run with them again; empty when there is no such run any more. */
export function useParametersOf(region: string, invokeId: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: keys.invocations.list(region, { parametersOf: invokeId }),
    enabled: invokeId !== null,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const page = await api.ecs.describeInvocations(
        { RegionId: region, InvokeId: invokeId ?? '' },
        { signal },
      );
      return page.items.find((run) => run.InvokeId === invokeId)?.Parameters ?? {};
    },
  });
}

/** The runs of a command that are under way, re-read while there are any. */
export function useRunsUnderWay(region: string, commandId: string): readonly Invocation[] {
  const api = useApi();
  const filters = { CommandId: commandId, InvokeStatus: 'Running', PageNumber: 1, PageSize: 50 };
  const { data } = useQuery({
    queryKey: keys.invocations.list(region, filters),
    queryFn: ({ signal }) => api.ecs.describeInvocations({ RegionId: region, ...filters }, { signal }),
    refetchInterval: pollWhile<Page<Invocation>>((page) => page.items.some(isUnderWay), youngestStart),
  });
  return data?.items ?? NONE;
}

const NONE: readonly Invocation[] = [];

function youngestStart(page: Page<Invocation>): number | null {
  const starts = page.items.filter(isUnderWay).map(({ CreationTime }) => parseWireTime(CreationTime) ?? 0);
  return starts.length === 0 ? null : Math.max(...starts);
}

/** Of these instances, those that cannot run a command of the type now. Rejects with ApiError. */
export async function findUnfit(
  api: Api,
  region: string,
  ids: readonly string[],
  type: CommandType,
): Promise<Map<string, Unfit>> {
  const found = await fetchEligibility(api, region, ids, type, RUN_LIMITS);
  return new Map(
    ids.flatMap((id): [string, Unfit][] => {
      const reason = found.get(id);
      if (reason === undefined) return [[id, 'gone']];
      return reason === null ? [] : [[id, reason]];
    }),
  );
}

/** The most instances DescribeInstances finds by ID in one call (contract 6). */
const IDS_PER_CALL = 100;

/** What a choice keeps of instances. IDs the region does not have are left out. */
export async function findInstances(
  api: Api,
  region: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<PickedInstance[]> {
  const batches = Array.from({ length: Math.ceil(ids.length / IDS_PER_CALL) }, (_, batch) =>
    ids.slice(batch * IDS_PER_CALL, (batch + 1) * IDS_PER_CALL),
  );
  const pages = await Promise.all(
    batches.map((InstanceIds) => api.ecs.describeInstances({ RegionId: region, InstanceIds }, { signal })),
  );
  return pages.flatMap((page) =>
    page.items.map((row) => ({
      instanceId: row.InstanceId,
      name: row.InstanceName || row.InstanceId,
      privateIp: row.PrivateIps[0] ?? '',
      osName: row.OSName || row.OSNameEn,
      zoneId: row.ZoneId,
    })),
  );
}
