import type { Api } from '@/api/api';
import type { AgentStatus } from '@/api/ecs/agents';
import type { RequestOptions } from '@/api/ecs/call';
import type { DescribeInstancesRequest, Instance } from '@/api/ecs/instances';
import { ApiError } from '@/api/errors';
import { chunksOf, fetchAgents } from '../eligibility';
import type { Targets } from './parse-targets';
import type { Agents } from './verdict';

/** The most IDs or addresses DescribeInstances takes in one call (contract 6). */
const PER_CALL = 100;
/** A hundred addresses may stand for more instances than one page holds; stops a server that never stops. */
const MOST_PAGES = 20;

/** What a pasted list stands for in the region. */
export interface FoundTargets {
  /** Without repetitions, in the list's order. */
  instances: Instance[];
  agents: Agents;
  /** IDs and addresses the region does not have. */
  unknown: string[];
  /** Addresses of several instances, which networks of their own may have: which one is meant cannot be told. */
  ambiguous: { ip: string; names: string[] }[];
}

type AddressField = 'PrivateIpAddresses' | 'PublicIpAddresses' | 'EipAddresses' | 'InnerIpAddresses';
/** In the order in which an address is looked for. */
const ADDRESS_FIELDS: readonly AddressField[] = [
  'PrivateIpAddresses',
  'PublicIpAddresses',
  'EipAddresses',
  'InnerIpAddresses',
];

/**
 * Looks up IDs and addresses, at most a hundred a call; an address that is no private one is looked for among the others.
 * Rejects with ApiError when the instances cannot be read. Should only the agents be unreadable, they count as unknown.
 */
export async function findTargets(
  api: Api,
  region: string,
  { ids, ips }: Pick<Targets, 'ids' | 'ips'>,
  options?: RequestOptions,
): Promise<FoundTargets> {
  const read = async (request: Omit<DescribeInstancesRequest, 'RegionId'>) => {
    const rows: Instance[] = [];
    for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
      const paging = { PageNumber, PageSize: PER_CALL };
      const page = await api.ecs.describeInstances({ RegionId: region, ...request, ...paging }, options);
      rows.push(...page.items);
      if (page.items.length === 0 || rows.length >= page.totalCount) break;
    }
    return rows;
  };
  const byId = new Map<string, Instance>();
  for (const InstanceIds of chunksOf(ids, PER_CALL)) {
    for (const instance of await read({ InstanceIds })) byId.set(instance.InstanceId, instance);
  }
  const byIp = new Map<string, Instance[]>();
  for (const field of ADDRESS_FIELDS) {
    const missing = ips.filter((ip) => !byIp.has(ip));
    for (const addresses of chunksOf(missing, PER_CALL)) {
      for (const instance of await read({ [field]: addresses })) {
        for (const ip of addressesOf(instance).filter((address) => addresses.includes(address))) {
          byIp.set(ip, [...(byIp.get(ip) ?? []), instance]);
        }
      }
    }
  }
  const found = new Map<string, Instance>();
  const unknown: string[] = [];
  const ambiguous: FoundTargets['ambiguous'] = [];
  for (const id of ids) {
    const instance = byId.get(id);
    if (instance) found.set(id, instance);
    else unknown.push(id);
  }
  for (const ip of ips) {
    const [instance, ...others] = byIp.get(ip) ?? [];
    if (!instance) unknown.push(ip);
    else if (others.length > 0) ambiguous.push({ ip, names: [instance, ...others].map(nameOf) });
    else found.set(instance.InstanceId, instance);
  }
  const instances = [...found.values()];
  return { instances, agents: await agentsOf(api, region, instances, options), unknown, ambiguous };
}

function addressesOf({ PrivateIps, PublicIps }: Instance): string[] {
  return [...PrivateIps, ...PublicIps];
}

function nameOf({ InstanceName, InstanceId }: Instance): string {
  return InstanceName || InstanceId;
}

/** The agents of instances, `failed` where the service does not tell. Rejects with ApiError only when given up. */
export async function agentsOf(
  api: Api,
  region: string,
  instances: readonly Instance[],
  options: RequestOptions | undefined,
): Promise<Agents> {
  try {
    const ids = instances.map(({ InstanceId }) => InstanceId);
    const agents: Map<string, AgentStatus> = await fetchAgents(api, region, ids, options);
    return { state: 'known', agents };
  } catch (error) {
    if (error instanceof ApiError && error.code !== 'Aborted') return { state: 'failed' };
    throw error;
  }
}
