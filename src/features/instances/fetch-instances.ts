import type { Api } from '@/api/api';
import type { Page } from '@/api/decode';
import type { RequestOptions } from '@/api/ecs/call';
import type { Instance } from '@/api/ecs/instances';
import { chunksOf } from './eligibility';
import { type HealthFilter, instanceRequests, type ServerFilters } from './instance-filters';

/** Rows DescribeInstances and DescribeInstancesFullStatus give at most in one page. */
const LARGEST_PAGE = 100;
/** Stops a server that never stops giving pages. */
const MOST_PAGES = 1000;

export interface PageOfInstances {
  /** From 1. */
  page: number;
  size: number;
}

/** One page of the region's instances that answer the filters (health and agent aside), newest first. Rejects with ApiError. */
export async function fetchInstancePage(
  api: Api,
  region: string,
  filters: ServerFilters,
  { page, size }: PageOfInstances,
  options?: RequestOptions,
): Promise<Page<Instance>> {
  const paging = { PageNumber: page, PageSize: size };
  const [first, ...others] = instanceRequests(region, filters);
  let answer = await api.ecs.describeInstances({ RegionId: region, ...first, ...paging }, options);
  for (const request of others) {
    if (answer.totalCount > 0) break;
    answer = await api.ecs.describeInstances({ ...request, ...paging }, options);
  }
  return answer;
}

/**
 * All instances of one health that answer the other filters too. No call filters by both, so the IDs come from the
 * health and the rows from them: two calls per hundred unhealthy instances, one after the other.
 */
export async function fetchByHealth(
  api: Api,
  region: string,
  { health, ...filters }: ServerFilters & { health: HealthFilter },
  options?: RequestOptions,
): Promise<Instance[]> {
  const ids = await idsByHealth(api, region, health, options);
  for (const { InstanceIds: wanted, ...request } of instanceRequests(region, filters)) {
    const asked = wanted ? ids.filter((id) => wanted.includes(id)) : ids;
    const found: Instance[] = [];
    for (const InstanceIds of chunksOf(asked, LARGEST_PAGE)) {
      const page = await api.ecs.describeInstances(
        { ...request, InstanceIds, PageSize: LARGEST_PAGE },
        options,
      );
      found.push(...page.items);
    }
    if (found.length > 0) return found;
  }
  return [];
}

async function idsByHealth(
  api: Api,
  region: string,
  HealthStatus: string,
  options: RequestOptions | undefined,
): Promise<string[]> {
  const ids = new Set<string>();
  for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
    const page = await api.ecs.describeInstancesFullStatus(
      { RegionId: region, HealthStatus, PageNumber, PageSize: LARGEST_PAGE },
      options,
    );
    for (const { InstanceId } of page.items) ids.add(InstanceId);
    if (page.items.length < LARGEST_PAGE) break;
  }
  return [...ids];
}
