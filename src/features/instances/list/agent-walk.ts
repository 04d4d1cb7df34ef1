import type { Api } from '@/api/api';
import type { AgentStatus } from '@/api/ecs/agents';
import type { RequestOptions } from '@/api/ecs/call';
import type { Instance } from '@/api/ecs/instances';
import { ApiError } from '@/api/errors';
import { agentStateOf } from '@/domain/agent';
import { atMost } from '../at-most';
import { chunksOf, fetchAgents } from '../eligibility';
import { fetchByHealth, fetchInstancePage } from '../fetch-instances';
import type { AgentFilter, InstanceFilters } from '../instance-filters';
import { isSystemSupported } from '../system-label';

/** One page of instances costs one call for them and two for their agents. */
const PAGE_SIZE = 100;
const PAGES_AT_ONCE = 3;

/** How far a walk has come: always whole pages from the first on, so that rows found never move. */
export interface Walk {
  pages: number;
  /** Instances looked at, and in all as of the last page; null before the first. */
  looked: number;
  total: number | null;
  found: readonly Instance[];
  done: boolean;
}

export const NO_WALK: Walk = { pages: 0, looked: 0, total: null, found: [], done: false };

export type WalkFilters = InstanceFilters & { agent: AgentFilter };

/** What the agent column says of the instance, as a filter; null while that is not known. */
export function agentFilterOf(instance: Instance, agent: AgentStatus | undefined): AgentFilter | null {
  const state = agentStateOf(agent);
  if (state !== 'online' && !isSystemSupported(instance)) return 'unsupported';
  return state === 'unknown' ? null : state;
}

type ReadPage = (page: number) => Promise<{ items: readonly Instance[]; totalCount: number }>;

/** The instances of the other filters, page by page. Those of a health are known as a whole. */
async function pagesOf(
  api: Api,
  region: string,
  { health, agent: _agent, ...filters }: WalkFilters,
  options: RequestOptions,
): Promise<ReadPage> {
  if (health === null) {
    return (page) => fetchInstancePage(api, region, filters, { page, size: PAGE_SIZE }, options);
  }
  const whole = await fetchByHealth(api, region, { ...filters, health }, options);
  const pages = chunksOf(whole, PAGE_SIZE);
  return (page) => Promise.resolve({ items: pages[page - 1] ?? [], totalCount: whole.length });
}

/** The agents of a page. An instance released since the page was read fails the call, so it is left out then. */
async function agentsOf(
  api: Api,
  region: string,
  instances: readonly Instance[],
  options: RequestOptions,
): Promise<Map<string, AgentStatus>> {
  const ids = instances.map((instance) => instance.InstanceId);
  try {
    return await fetchAgents(api, region, ids, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'InvalidInstance.NotFound') throw error;
    const { items } = await api.ecs.describeInstances({ RegionId: region, InstanceIds: ids }, options);
    const there = items.map((instance) => instance.InstanceId);
    return fetchAgents(api, region, there, options);
  }
}

/**
 * All instances whose agent is in a state. No call filters by it, so every instance the other filters leave is looked at, a
 * few pages at a time.
 * @param from where an earlier walk with the same filters stopped
 * @param onProgress called after each page that is read without a gap before it
 * @throws ApiError at the first page that cannot be read; what was told until then holds
 */
export async function walkByAgent(
  api: Api,
  region: string,
  filters: WalkFilters,
  from: Walk,
  onProgress: (walk: Walk) => void,
  options: RequestOptions,
): Promise<Walk> {
  const read = await pagesOf(api, region, filters, options);
  const waiting = new Map<number, { items: readonly Instance[]; found: Instance[] }>();
  const known = new Set(from.found.map((instance) => instance.InstanceId));
  let walk = from;
  let failed = false;

  const lookAt = async (page: number): Promise<void> => {
    const { items, totalCount } = await read(page);
    const agents = await agentsOf(api, region, items, options);
    const found = items.filter((item) => agentFilterOf(item, agents.get(item.InstanceId)) === filters.agent);
    waiting.set(page, { items, found });
    walk = { ...walk, total: totalCount };
    for (let next = waiting.get(walk.pages + 1); next; next = waiting.get(walk.pages + 1)) {
      waiting.delete(walk.pages + 1);
      // Instances made meanwhile push others to the next page, where they are met again.
      const fresh = next.found.filter(({ InstanceId }) => !known.has(InstanceId));
      for (const { InstanceId } of fresh) known.add(InstanceId);
      walk = {
        ...walk,
        pages: walk.pages + 1,
        looked: Math.min(walk.looked + next.items.length, totalCount),
        found: [...walk.found, ...fresh],
      };
    }
    if (!failed) onProgress(walk);
  };

  const first = walk.pages + 1;
  await lookAt(first);
  const last = Math.ceil((walk.total ?? 0) / PAGE_SIZE);
  const rest = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + 1 + index);
  try {
    await atMost(PAGES_AT_ONCE, rest, lookAt);
  } catch (error) {
    failed = true;
    throw error;
  }
  walk = { ...walk, done: true };
  onProgress(walk);
  return walk;
}
