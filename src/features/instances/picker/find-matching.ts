import type { Api } from '@/api/api';
import type { AgentStatus } from '@/api/ecs/agents';
import type { RequestOptions } from '@/api/ecs/call';
import type { Instance } from '@/api/ecs/instances';
import { fetchInstancePage } from '../fetch-instances';
import type { ServerFilters } from '../instance-filters';
import { agentsOf, type FoundTargets } from './find-targets';
import type { Agents } from './verdict';

/** The most rows DescribeInstances gives in a page (contract 6). */
const PER_CALL = 100;

/** Instances that answer a search, over all its pages. */
export interface Matching extends Pick<FoundTargets, 'instances' | 'agents'> {
  /** Those not looked at, because there were enough before them. */
  unread: number;
  /** The agents of some could not be read. */
  agentsUnread: boolean;
}

export interface FindMatchingOptions extends RequestOptions {
  /** Whether those found so far are enough. */
  isEnough(instances: readonly Instance[], agents: Agents): boolean;
  onProgress(looked: number, total: number): void;
}

/** Reads what answers the filters with the agents, page after page until it is enough. Rejects with ApiError. */
export async function findMatching(
  api: Api,
  region: string,
  filters: ServerFilters,
  { isEnough, onProgress, ...options }: FindMatchingOptions,
): Promise<Matching> {
  const found = new Map<string, Instance>();
  const agents = new Map<string, AgentStatus>();
  let agentsUnread = false;
  for (let page = 1; ; page++) {
    const { items, totalCount } = await fetchInstancePage(
      api,
      region,
      filters,
      { page, size: PER_CALL },
      options,
    );
    // A page repeats rows of the one before when the region changes meanwhile.
    const fresh = items.filter(({ InstanceId }) => !found.has(InstanceId));
    for (const instance of fresh) found.set(instance.InstanceId, instance);
    const told = await agentsOf(api, region, fresh, options);
    if (told.state === 'known') for (const [id, agent] of told.agents) agents.set(id, agent);
    else agentsUnread = true;
    const instances = [...found.values()];
    const known: Agents = { state: 'known', agents };
    const looked = Math.min(page * PER_CALL, totalCount);
    onProgress(looked, totalCount);
    if (items.length === 0 || looked >= totalCount || isEnough(instances, known)) {
      return { instances, agents: known, agentsUnread, unread: totalCount - looked };
    }
  }
}
