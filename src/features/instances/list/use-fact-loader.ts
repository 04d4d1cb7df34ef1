import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { agentsQuery, healthQuery } from '../queries';
import { createFactStore, type FactStore } from './fact-store';

/** One call of either kind serves this many rows (DescribeCloudAssistantStatus takes no more). */
export const ROWS_PER_BLOCK = 50;

/** Reads health and agents of the blocks of instances in view, each of at most 50 IDs, into a store for the cells. */
export function useFactLoader(region: string, blocks: readonly (readonly string[])[]): FactStore {
  const api = useApi();
  const [store, setStore] = useState(() => ({ region, facts: createFactStore() }));
  if (store.region !== region) setStore({ region, facts: createFactStore() });
  const health = useQueries({ queries: blocks.map((ids) => healthQuery(api, region, ids)) });
  const agents = useQueries({ queries: blocks.map((ids) => agentsQuery(api, region, ids)) });
  const { facts } = store;
  useEffect(() => {
    blocks.forEach((ids, block) => {
      const answer = health[block];
      if (answer?.data || answer?.isError) {
        facts.put(
          'health',
          ids.map((id) => [id, answer.data?.get(id) || null] as const),
        );
      }
    });
  }, [blocks, facts, health]);
  useEffect(() => {
    blocks.forEach((ids, block) => {
      const answer = agents[block];
      if (answer?.data || answer?.isError) {
        facts.put(
          'agent',
          ids.map((id) => [id, answer.data?.get(id) ?? null] as const),
        );
      }
    });
  }, [agents, blocks, facts]);
  return facts;
}
