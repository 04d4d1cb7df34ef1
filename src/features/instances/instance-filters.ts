import type { DescribeInstancesRequest } from '@/api/ecs/instances';
import { HEALTH_STATUSES, type HealthStatus } from '@/domain/health';
import { type InstanceStateName, isInstanceState } from '@/features/instance-context';

/** Health values the API filters by: all but OK (contract 7, DescribeInstancesFullStatus). */
export const HEALTH_FILTERS = HEALTH_STATUSES.filter((health) => health !== 'OK');
export type HealthFilter = Exclude<HealthStatus, 'OK'>;

/** What the agent column can say of an instance; no call filters by it. */
export const AGENT_FILTERS = ['online', 'offline', 'missing', 'unsupported'] as const;
export type AgentFilter = (typeof AGENT_FILTERS)[number];

/** Which instances are shown. On the list it lives in the URL, so that any view can be linked and reloaded. */
export interface InstanceFilters {
  /** One or more instance IDs, an IP address, or part of a name. */
  search: string;
  state: InstanceStateName | null;
  health: HealthFilter | null;
  agent: AgentFilter | null;
  zone: string | null;
  /** A tag in the form of {@link tagText}. */
  tag: string | null;
  /** An image ID: the API cannot filter by system, but by the image the system came from. */
  image: string | null;
}

export const NO_FILTERS: InstanceFilters = {
  search: '',
  state: null,
  health: null,
  agent: null,
  zone: null,
  tag: null,
  image: null,
};

/** Reads the filters from the URL. Anything malformed reads as absent: an old or mistyped link still opens. */
export function readInstanceFilters(params: URLSearchParams): InstanceFilters {
  const state = params.get('state') ?? '';
  return {
    search: params.get('q') ?? '',
    state: isInstanceState(state) ? state : null,
    health: HEALTH_FILTERS.find((health) => health === params.get('health')) ?? null,
    agent: AGENT_FILTERS.find((agent) => agent === params.get('agent')) ?? null,
    zone: params.get('zone') || null,
    tag: params.get('tag') || null,
    image: params.get('image') || null,
  };
}

/** Writes the filters over the URL's own; what is not filtered by is left out and parameters of others are kept. */
export function writeInstanceFilters(current: URLSearchParams, filters: InstanceFilters): URLSearchParams {
  const next = new URLSearchParams(current);
  const { search, ...rest } = filters;
  for (const [key, value] of Object.entries({ q: search, ...rest })) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  return next;
}

export function isFiltered({ search, ...rest }: InstanceFilters): boolean {
  return search.trim() !== '' || Object.values(rest).some((value) => value !== null);
}

/** A tag as one text: `env=prod`, or `env` for any value. `%` and `=` inside of key or value are escaped. */
export function tagText(key: string, value?: string): string {
  const escape = (text: string) => text.replace(/[%=]/g, encodeURIComponent);
  return value === undefined ? escape(key) : `${escape(key)}=${escape(value)}`;
}

/** The tag of a text; null if it is none. */
export function parseTag(text: string): { Key: string; Value?: string } | null {
  const unescape = (part: string) => part.replace(/%25|%3D/gi, decodeURIComponent);
  const at = text.indexOf('=');
  const Key = unescape(at < 0 ? text : text.slice(0, at));
  if (Key === '') return null;
  return at < 0 ? { Key } : { Key, Value: unescape(text.slice(at + 1)) };
}

const INSTANCE_ID = /^i-[a-z0-9]{6,}$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const MOST_IDS = 100;

/**
 * The ways in which DescribeInstances can answer a search text, to be tried in order until one finds something: the API
 * has a field of its own for IDs, for each kind of address, and for names (`*` stands for any characters).
 */
function searchFields(search: string): Partial<DescribeInstancesRequest>[] {
  const text = search.trim();
  if (text === '') return [{}];
  const byName = { InstanceName: text.includes('*') ? text : `*${text}*` };
  const words = text.split(/[\s,]+/).filter(Boolean);
  if (words.every((word) => INSTANCE_ID.test(word))) {
    const byId = { InstanceIds: [...new Set(words)].slice(0, MOST_IDS) };
    return words.length === 1 ? [byId, byName] : [byId];
  }
  if (IPV4.test(text)) {
    return [
      { PrivateIpAddresses: [text] },
      { PublicIpAddresses: [text] },
      { EipAddresses: [text] },
      { InnerIpAddresses: [text] },
    ];
  }
  return [byName];
}

/** The filters that DescribeInstances knows: all but health and agent. */
export type ServerFilters = Omit<InstanceFilters, 'health' | 'agent'>;

/** The DescribeInstances requests, without paging, that answer the filters; the first to find something holds. */
export function instanceRequests(
  RegionId: string,
  { search, state, zone, tag, image }: ServerFilters,
): DescribeInstancesRequest[] {
  const tagFilter = tag === null ? null : parseTag(tag);
  return searchFields(search).map((fields) => ({
    RegionId,
    ...fields,
    ...(state ? { Status: state } : {}),
    ...(zone ? { ZoneId: zone } : {}),
    ...(image ? { ImageId: image } : {}),
    ...(tagFilter ? { Tag: [tagFilter] } : {}),
  }));
}
