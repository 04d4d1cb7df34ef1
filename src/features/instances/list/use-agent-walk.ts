import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import type { InstanceFilters } from '../instance-filters';
import { NO_WALK, type Walk, walkByAgent, type WalkFilters } from './agent-walk';

/** A walk asks for every instance, so it is not repeated lightly. */
const STALE_MS = 5 * 60_000;

export interface AgentWalk {
  walk: Walk;
  /** As of the last walk that was finished, while another one goes on. */
  found: Walk['found'] | undefined;
  walking: boolean;
  error: unknown;
  updatedAt: number;
  stop(): void;
  /** From where it stopped or failed. */
  goOn(): void;
}

/**
 * The instances filtered by their agent, found one after the other; null while not filtered by it. Leaving the page stops the
 * walk, and coming back goes on with it.
 */
export function useAgentWalk(region: string, filters: InstanceFilters): AgentWalk | null {
  const api = useApi();
  const cache = useQueryClient();
  const { agent } = filters;
  const queryKey = keys.instances.list(region, { ...filters, walked: true });
  const progressKey = keys.instances.walk(region, filters);
  const progress = useQuery<Walk>({ queryKey: progressKey, queryFn: skipToken });
  const query = useQuery({
    queryKey,
    queryFn:
      agent === null
        ? skipToken
        : ({ signal }) => {
            const before = cache.getQueryData<Walk>(progressKey);
            const wanted: WalkFilters = { ...filters, agent };
            const from = before && !before.done ? before : NO_WALK;
            const onProgress = (walk: Walk) => cache.setQueryData(progressKey, walk);
            return walkByAgent(api, region, wanted, from, onProgress, { signal });
          },
    staleTime: STALE_MS,
    refetchOnWindowFocus: false,
  });
  if (agent === null) return null;
  return {
    walk: progress.data ?? NO_WALK,
    found: query.data?.found,
    walking: query.isFetching,
    error: query.error,
    updatedAt: query.data === undefined ? progress.dataUpdatedAt : query.dataUpdatedAt,
    stop: () => void cache.cancelQueries({ queryKey }),
    goOn: () => void query.refetch(),
  };
}
