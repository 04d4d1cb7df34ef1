import type { Api } from '@/api/api';
import type { AgentStatus } from '@/api/ecs/agents';
import type { RequestOptions } from '@/api/ecs/call';
import type { Instance } from '@/api/ecs/instances';
import { ApiError } from '@/api/errors';
import { type AgentState, agentStateOf } from '@/domain/agent';
import type { CommandType } from '@/domain/command-type';
import { type Candidate, ineligibility, type Ineligibility } from '@/domain/eligibility';
import type { Limits } from '@/domain/limits';

/** The most a call takes: DescribeInstances by ID (contract 6) and DescribeCloudAssistantStatus (contract 5). */
const INSTANCES_PER_CALL = 100;
const AGENTS_PER_CALL = 50;

/** What DescribeInstances and the agent's state say about whether an instance can run commands. */
export function candidateOf(instance: Instance, agent: AgentState): Candidate {
  return {
    instanceId: instance.InstanceId,
    status: instance.Status,
    osType: instance.OSType,
    osName: instance.OSName || instance.OSNameEn,
    networkType: instance.InstanceNetworkType,
    agent,
  };
}

export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** The agents of any number of instances, by instance ID. One ID the region does not have fails its whole call. */
export async function fetchAgents(
  api: Api,
  region: string,
  ids: readonly string[],
  options?: RequestOptions,
): Promise<Map<string, AgentStatus>> {
  const pages = await Promise.all(
    chunksOf(ids, AGENTS_PER_CALL).map((InstanceId) =>
      api.ecs.describeCloudAssistantStatus({ RegionId: region, InstanceId }, options),
    ),
  );
  return new Map(pages.flatMap((page) => page.items.map((agent) => [agent.InstanceId, agent] as const)));
}

/**
 * Reads anew whether each instance can run a command of this type now: for a last look before sending. `null` means it
 * can. An ID without an entry is of no instance of the region any more. Should only the agents be unreadable, they count
 * as unknown and the service decides. Rejects with ApiError when the instances cannot be read.
 */
export async function fetchEligibility(
  api: Api,
  region: string,
  ids: readonly string[],
  type: CommandType,
  limits: Limits,
  options?: RequestOptions,
): Promise<Map<string, Ineligibility | null>> {
  const pages = await Promise.all(
    chunksOf([...new Set(ids)], INSTANCES_PER_CALL).map((InstanceIds) =>
      api.ecs.describeInstances({ RegionId: region, InstanceIds }, options),
    ),
  );
  const instances = pages.flatMap((page) => page.items);
  const agents = await agentsOrNone(api, region, instances, options);
  return new Map(
    instances.map((instance) => {
      const agent = agentStateOf(agents.get(instance.InstanceId));
      return [instance.InstanceId, ineligibility(candidateOf(instance, agent), type, limits)];
    }),
  );
}

async function agentsOrNone(
  api: Api,
  region: string,
  instances: readonly Instance[],
  options: RequestOptions | undefined,
): Promise<Map<string, AgentStatus>> {
  try {
    const ids = instances.map((instance) => instance.InstanceId);
    return await fetchAgents(api, region, ids, options);
  } catch (error) {
    if (error instanceof ApiError && error.code !== 'Aborted') return new Map();
    throw error;
  }
}
