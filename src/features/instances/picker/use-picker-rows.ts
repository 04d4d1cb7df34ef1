import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import type { AgentStatus } from '@/api/ecs/agents';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import type { Limits } from '@/domain/limits';
import { fetchInstancePage } from '../fetch-instances';
import type { InstanceFilters } from '../instance-filters';
import { useAgents } from '../queries';
import { systemLabel } from '../system-label';
import { type PickedInstance, toPicked } from './picked-instance';
import { type Agents, type PickFor, type Verdict, verdictOf } from './verdict';

/** Rows a page. */
export const PAGE_SIZE = 20;

export interface PickerRow {
  instance: Instance;
  picked: PickedInstance;
  verdict: Verdict;
  agent: AgentStatus | undefined;
}

const NONE: readonly Instance[] = [];
const NO_IDS: readonly string[] = [];

/** One page of the region with the verdict on each instance. While another page of the region loads, the old one stays. */
export function usePickerRows(
  region: string,
  filters: InstanceFilters,
  page: number,
  type: PickFor,
  limits: Limits,
) {
  const api = useApi();
  const { i18n } = useTranslation();
  const size = PAGE_SIZE;
  const list = useQuery({
    queryKey: keys.instances.list(region, { ...filters, page, size }),
    queryFn: ({ signal }) => fetchInstancePage(api, region, filters, { page, size }, { signal }),
    placeholderData: (previous, query) => (query?.queryKey[1] === region ? previous : undefined),
  });
  const instances = list.data?.items ?? NONE;
  const ids = useMemo(() => instances.map((instance) => instance.InstanceId), [instances]);
  const agents = useAgents(region, type === null ? NO_IDS : ids);
  const rows = useMemo<readonly PickerRow[]>(() => {
    const known: Agents = agents.data
      ? { state: 'known', agents: agents.data }
      : { state: agents.isError ? 'failed' : 'loading' };
    return instances.map((instance) => ({
      instance,
      picked: toPicked(instance, systemLabel(instance, i18n.language)),
      verdict: verdictOf(instance, known, type, limits),
      agent: agents.data?.get(instance.InstanceId),
    }));
  }, [agents.data, agents.isError, i18n.language, instances, limits, type]);
  return { list, agents, rows, total: list.data?.totalCount ?? 0 };
}
