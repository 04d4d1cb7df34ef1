import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import type { RequestOptions } from '@/api/ecs/call';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import { parseWireTime } from '@/api/wire-times';
import { agentStateOf } from '@/domain/agent';
import {
  type AskedInstall,
  type InstallStep,
  installStep,
  isInstallMoving,
  isInstallOver,
  type SeenInstance,
} from '@/domain/agent-install';
import { pollDelay } from '@/domain/poll-delay';
import { chunksOf, fetchAgents } from '../eligibility';
import { followAsked, installsOf, useAsked } from './asked-store';

/** One install this browser asked for. */
export interface Install extends AskedInstall {
  instanceId: string;
  /** The ID where the name is not known. */
  name: string;
  /** Null before the first reading. */
  step: InstallStep | null;
  /** The instance as last read; null if unknown or gone. */
  instance: Instance | null;
  /** Of the agent, `''` while it does not report. */
  version: string;
}

interface Sight extends SeenInstance {
  instance: Instance;
  version: string;
}

/** The most IDs DescribeInstances takes (contract 6). */
const IDS_PER_CALL = 100;
/** Somebody else may restart an instance that waits for it. */
const WAITING_MS = 60_000;
const FASTEST_MS = 2_000;
const AFTER_FAILURE_MS = 30_000;

async function look(
  api: Api,
  region: string,
  ids: readonly string[],
  options: RequestOptions,
): Promise<Map<string, Sight>> {
  const pages = await Promise.all(
    chunksOf(ids, IDS_PER_CALL).map((InstanceIds) =>
      api.ecs.describeInstances({ RegionId: region, InstanceIds }, options),
    ),
  );
  const instances = pages.flatMap((page) => page.items);
  // Only those that are there: one ID of none fails the call for all.
  const there = instances.map((instance) => instance.InstanceId);
  const agents = await fetchAgents(api, region, there, options);
  return new Map(
    instances.map((instance) => {
      const agent = agents.get(instance.InstanceId);
      return [
        instance.InstanceId,
        {
          instance,
          state: instance.Status,
          startedAt: parseWireTime(instance.StartTime),
          agent: agentStateOf(agent),
          version: agent?.CloudAssistantVersion ?? '',
        },
      ] as const;
    }),
  );
}

/** How long to wait before looking again; not at all when every install is over. */
function nextLook(
  asked: ReadonlyMap<string, AskedInstall>,
  seen: ReadonlyMap<string, Sight> | undefined,
  failed: boolean,
): number | false {
  if (seen === undefined) return false;
  const now = Date.now();
  const steps = [...asked].map(([id, wish]) => ({
    ...wish,
    step: installStep(wish, seen.get(id) ?? null, now),
  }));
  if (steps.every(({ step }) => isInstallOver(step))) return false;
  if (failed) return AFTER_FAILURE_MS;
  const moving = steps.filter(({ step }) => isInstallMoving(step));
  if (moving.length === 0) return WAITING_MS;
  const youngest = Math.max(...moving.map((wish) => wish.restartAskedAt ?? wish.installAskedAt));
  return Math.max(FASTEST_MS, pollDelay(now - youngest));
}

/**
 * Follows the installs asked for from this browser, on one instance or in the whole region, for as long as they move. What
 * the pages know about agents is read anew when one comes online.
 */
export function useInstallProgress(region: string, instanceId?: string) {
  const api = useApi();
  const cache = useQueryClient();
  useEffect(followAsked, []);
  const stored = useAsked(useShallow(({ installs, restarts }) => ({ installs, restarts })));
  const asked = useMemo(() => {
    const all = installsOf(stored, region);
    if (instanceId === undefined) return all;
    return new Map([...all].filter(([id]) => id === instanceId));
  }, [instanceId, region, stored]);
  const ids = [...asked.keys()].toSorted();
  const queryKey = keys.instances.installs(region, ids);
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const before = cache.getQueryData<Map<string, Sight>>(queryKey);
      const seen = await look(api, region, ids, { signal });
      const arrived = [...seen].some(
        ([id, sight]) => sight.agent === 'online' && before?.has(id) && before.get(id)?.agent !== 'online',
      );
      if (arrived) void cache.invalidateQueries({ queryKey: keys.instances.everyAgent(region) });
      return seen;
    },
    enabled: ids.length > 0,
    placeholderData: (previous, last) => (last?.queryKey[1] === region ? previous : undefined),
    refetchInterval: ({ state }) => nextLook(asked, state.data, state.status === 'error'),
  });
  const seen = ids.length > 0 ? query.data : undefined;
  const installs = [...asked].map(([id, wish]): Install => {
    const sight = seen?.get(id);
    return {
      ...wish,
      instanceId: id,
      name: sight?.instance.InstanceName || id,
      instance: sight?.instance ?? null,
      version: sight?.version ?? '',
      step:
        seen === undefined || (!sight && query.isPlaceholderData)
          ? null
          : installStep(wish, sight ?? null, query.dataUpdatedAt),
    };
  });
  return { installs, query };
}
